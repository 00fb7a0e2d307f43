package dev.portage.sink.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.catalog.EntityKey;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Blueprints and entities in memory, under Port's rules (contract, sections 4.6 to 4.9 and 8.7).
 * Safe for any number of threads: writers take turns, readers never wait.
 */
public final class LocalCatalog {

  static final String ORGANISATION = "org_local";

  private final EntityStore store = new EntityStore();
  private final Blueprints blueprints;
  private final Integrations integrations;
  private final Clock clock;

  /**
   * An empty catalog.
   *
   * @param autoBlueprints whether blueprints that nobody defined are made from the entities sent;
   *     such blueprints refuse no property and no relation
   */
  public LocalCatalog(boolean autoBlueprints) {
    this(autoBlueprints, Clock.systemUTC());
  }

  LocalCatalog(boolean autoBlueprints, Clock clock) {
    this.blueprints = new Blueprints(store, autoBlueprints);
    this.clock = clock;
    this.integrations = new Integrations(clock);
  }

  /**
   * Defines blueprints, in the JSON of Port's API; they are strict.
   *
   * @param definitions a list, or an object whose {@code blueprints} is one
   * @throws IllegalArgumentException when one is malformed or exists; the message says which
   */
  public synchronized void define(JsonNode definitions) {
    JsonNode list = definitions.isArray() ? definitions : definitions.path("blueprints");
    if (!list.isArray()) {
      throw new IllegalArgumentException("blueprints: expected a list of blueprints");
    }
    for (int i = 0; i < list.size(); i++) {
      try {
        blueprints.create(list.get(i));
      } catch (Refusal e) {
        throw new IllegalArgumentException("blueprints[%d]: %s".formatted(i, e.words()), e);
      }
    }
  }

  /**
   * Installs an integration with its mapping, as if it had been set up in Port before.
   *
   * @param identifier of the installation
   * @param mapping the document of contract section 8.1
   * @throws IllegalArgumentException when the identifier is blank or taken
   */
  public void install(String identifier, JsonNode mapping) {
    try {
      ObjectNode integration = Json.object().put("installationId", identifier);
      integration.set("config", mapping.deepCopy());
      integrations.create(integration.put("arePortResourcesInitialized", true));
    } catch (Refusal e) {
      throw new IllegalArgumentException("integration: " + e.words(), e);
    }
  }

  /**
   * An integration as Port shows it.
   *
   * @throws IllegalArgumentException when there is none of that name
   */
  public ObjectNode integration(String identifier) {
    try {
      return integrations.get(identifier).deepCopy();
    } catch (Refusal e) {
      throw new IllegalArgumentException("integration: " + e.words(), e);
    }
  }

  /** The identifiers of all blueprints, in order. */
  public List<String> blueprintIdentifiers() {
    return blueprints.all().stream().map(Blueprint::identifier).toList();
  }

  /** How many entities a blueprint has; 0 when there is no such blueprint. */
  public int count(String blueprint) {
    return store.count(blueprint);
  }

  /** The entities of a blueprint in the order of their identifiers, each as Port shows it. */
  public List<ObjectNode> entities(String blueprint) {
    return store.of(blueprint).map(StoredEntity::shown).toList();
  }

  /** One entity as Port shows it; empty when it is not there. */
  public Optional<ObjectNode> entity(EntityKey key) {
    return store.find(key).map(StoredEntity::shown);
  }

  Blueprints blueprints() {
    return blueprints;
  }

  EntityStore store() {
    return store;
  }

  Integrations integrations() {
    return integrations;
  }

  /** Changes blueprints while nobody else writes. */
  synchronized <T> T changing(Function<Blueprints, T> change) {
    return change.apply(blueprints);
  }

  /** What an upsert did; {@code created} is true when the entity was not there before. */
  record Written(StoredEntity entity, boolean created) {}

  /**
   * Writes one entity.
   *
   * @param agent the user agent of the writer, who owns it from now on
   * @throws Refusal when a rule of Port is broken; nothing is written then
   */
  synchronized Written upsert(String blueprint, JsonNode raw, UpsertMode mode, String agent) {
    if (!(raw instanceof ObjectNode sent)) {
      throw Refusal.invalid("entity: expected an object");
    }
    Blueprint rules = blueprints.reading(blueprint, sent);
    Incoming.Draft draft = new Incoming(rules, sent, store, mode).read();
    draft.missing().forEach(key -> blueprints.target(key.blueprint()));
    StoredEntity entity = stamped(draft, agent);
    if (!mode.validateOnly()) {
      blueprints.keep(rules);
      draft.missing().forEach(key -> makeMissing(key, agent));
      store.put(entity, rules);
    }
    return new Written(entity, draft.before().isEmpty());
  }

  private void makeMissing(EntityKey key, String agent) {
    if (!store.has(key)) {
      Blueprint blueprint = blueprints.target(key.blueprint());
      blueprints.keep(blueprint);
      Authorship authorship = Authorship.first(agent, clock.instant());
      store.put(new StoredEntity(key, StoredEntity.emptyBody(), authorship), blueprint);
    }
  }

  private StoredEntity stamped(Incoming.Draft draft, String agent) {
    Instant now = clock.instant();
    Authorship authorship =
        draft
            .before()
            .map(it -> it.authorship().again(agent, now, !Json.same(it.body(), draft.body())))
            .orElseGet(() -> Authorship.first(agent, now));
    return new StoredEntity(draft.key(), draft.body(), authorship);
  }

  /**
   * Deletes entities; those that are not there are passed over.
   *
   * @param dependents whether entities that refer to them go as well; else such ones are a reason
   *     to refuse the whole request
   * @return the identifiers of those asked for that were there
   */
  synchronized List<String> delete(String blueprint, List<String> identifiers, boolean dependents) {
    blueprints.get(blueprint);
    return new Deletion(store, blueprint, identifiers).run(dependents);
  }
}
