package dev.portage.config.schema;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.config.Setting;
import dev.portage.config.SettingTable;
import java.util.LinkedHashMap;
import java.util.Map;

/** The schema of a file with settings, {@code portage.yaml}. */
final class SettingsSchema {
  private final Map<String, SettingsSchema> branches = new LinkedHashMap<>();
  private final String name;
  private final String pointer;
  private final ObjectSchema keys;

  private SettingsSchema(String name, String pointer) {
    this.name = name;
    this.pointer = pointer;
    this.keys = new ObjectSchema(pointer);
  }

  static ObjectNode document() {
    SettingsSchema root = new SettingsSchema("", "#");
    SettingTable.all().forEach(setting -> root.put(setting.path(), setting));
    for (Setting setting : SettingTable.all()) {
      setting.aliases().forEach(alias -> root.accept(alias, alias(setting)));
    }
    SettingTable.IGNORED.forEach(path -> root.accept(path, JsonNodeFactory.instance.objectNode()));
    root.close();
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    document.put("title", "Settings of Portage (portage.yaml)");
    document.put("description", "How Portage reaches an API and Port, and how it runs.");
    return document.setAll(root.keys.of("object", "null"));
  }

  private static ObjectNode alias(Setting setting) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("description", "Another name of " + setting.path() + ".");
    return schema.put("$ref", "#/properties/" + setting.path().replace(".", "/properties/"));
  }

  private void put(String path, Setting setting) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      keys.key(path, SettingSchema.of(path, setting));
    } else {
      branch(path.substring(0, dot)).put(path.substring(dot + 1), setting);
    }
  }

  private void accept(String path, ObjectNode schema) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      keys.accepted(path, schema);
    } else {
      branch(path.substring(0, dot)).accept(path.substring(dot + 1), schema);
    }
  }

  private SettingsSchema branch(String key) {
    return branches.computeIfAbsent(
        key, name -> new SettingsSchema(name, pointer + "/properties/" + name));
  }

  /** Makes the keys of all branches known; an object may also be written as JSON in a text. */
  private void close() {
    for (SettingsSchema branch : branches.values()) {
      branch.close();
      ObjectNode schema =
          Parts.titled(
              branch.name,
              "Settings of " + branch.name + ".",
              branch.keys.of("object", "string", "null"));
      keys.key(branch.name, schema);
      if (branch.name.equals("config")) {
        keys.accepted("secrets", JsonNodeFactory.instance.objectNode().put("$ref", branch.pointer));
      }
    }
  }
}
