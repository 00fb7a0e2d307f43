package dev.portage.config;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One key of a mapping: a row of the tables that the readers, the reference documentation and the
 * JSON Schema come from.
 *
 * @param name as it is documented, in camelCase or snake_case; both are read
 * @param fallback what counts when the key is missing, empty for nothing
 * @param required whether a mapping without it is wrong
 * @param keys of the object or objects that stand there; empty when the shape has none
 * @param examples of values, as they are written in a YAML file
 * @param setting of the installation whose rules its value follows
 */
public record MappingKey(
    String name,
    MappingShape shape,
    String description,
    String fallback,
    boolean required,
    List<MappingKey> keys,
    List<String> examples,
    @Nullable Setting setting) {

  /** A row without default, keys and examples. */
  static MappingKey of(String name, MappingShape shape, String description) {
    return new MappingKey(name, shape, description, "", false, List.of(), List.of(), null);
  }

  /** A key that is read as a setting of the installation is. */
  static MappingKey of(String name, Setting setting, String description) {
    return new MappingKey(
        name, MappingShape.SETTING, description, "", false, List.of(), setting.examples(), setting);
  }

  /** This row with a default. */
  MappingKey defaultsTo(String value) {
    return new MappingKey(name, shape, description, value, required, keys, examples, setting);
  }

  /** This row, without which a mapping is wrong. */
  MappingKey always() {
    return new MappingKey(name, shape, description, fallback, true, keys, examples, setting);
  }

  /** This row with the keys of its object. */
  MappingKey with(MappingKey... inner) {
    return with(List.of(inner));
  }

  /** This row with the keys of its object. */
  MappingKey with(List<MappingKey> inner) {
    return new MappingKey(name, shape, description, fallback, required, inner, examples, setting);
  }

  /** This row with values as people write them. */
  MappingKey example(String... values) {
    List<String> all = List.of(values);
    return new MappingKey(name, shape, description, fallback, required, keys, all, setting);
  }

  /** The setting of the installation whose rules the value follows, when there is one. */
  public Optional<Setting> rules() {
    return Optional.ofNullable(setting);
  }

  /** The documented names of the keys. */
  static List<String> names(List<MappingKey> keys) {
    return keys.stream().map(MappingKey::name).toList();
  }
}
