package dev.portage.sink.local;

import com.fasterxml.jackson.databind.JsonNode;

/** The blueprints that the tests of strict catalogs share. */
final class Blueprinted {

  private static final JsonNode DEFINITIONS =
      Client.json(
          """
          [{'identifier':'team','schema':{'properties':{'lead':{'type':'string','format':'user'}}}},
           {'identifier':'service',
            'schema':{'properties':{
                'text':{'type':'string'}, 'number':{'type':'number'}, 'yes':{'type':'boolean'},
                'object':{'type':'object'}, 'list':{'type':'array'},
                'numbers':{'type':'array','items':{'type':'number'}},
                'link':{'type':'string','format':'url'}, 'mail':{'type':'string','format':'email'},
                'at':{'type':'string','format':'date-time'}, 'due':{'type':'string','format':'timer'},
                'note':{'type':'string','format':'markdown'},
                'tier':{'type':'string','enum':['gold','silver']},
                'size':{'type':'number','enum':[1,2.5]}}},
            'relations':{
                'team':{'target':'team','many':false},
                'uses':{'target':'service','many':true},
                'owner':{'target':'_user','many':false},
                'ghost':{'target':'nowhere','many':false}}},
           {'identifier':'_user','schema':{'properties':{}}},
           {'identifier':'_team','schema':{'properties':{}}},
           {'identifier':'strict',
            'schema':{'properties':{'must':{'type':'string'}},'required':['must']},
            'relations':{'lead':{'target':'team','many':false,'required':true}}}]
          """);

  private Blueprinted() {}

  static LocalCatalog catalog() {
    LocalCatalog catalog = new LocalCatalog(false);
    catalog.define(DEFINITIONS);
    return catalog;
  }
}
