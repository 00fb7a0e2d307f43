package dev.portage.pagination;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The variants of {@link Pagination} as the configuration sees them: names, keys, reading and
 * writing back. All of it comes from the records themselves, so that a new one has to be named in
 * one place only, the sealed interface.
 */
public final class Variants {
  /** By name, in the order of the sealed interface. */
  private static final Map<String, Class<? extends Pagination>> BY_NAME = byName();

  private Variants() {}

  private static Map<String, Class<? extends Pagination>> byName() {
    Map<String, Class<? extends Pagination>> all = new LinkedHashMap<>();
    for (Class<?> variant : Pagination.class.getPermittedSubclasses()) {
      all.put(variant.getAnnotation(Named.class).value(), variant.asSubclass(Pagination.class));
    }
    return all;
  }

  /** The names that {@code pagination_type} may have. */
  public static List<String> names() {
    return List.copyOf(BY_NAME.keySet());
  }

  /**
   * Every key that a variant is read from, each once, with what it means where that is said there.
   */
  public static Map<String, String> keys() {
    Map<String, String> all = new LinkedHashMap<>();
    for (Class<? extends Pagination> variant : BY_NAME.values()) {
      for (RecordComponent component : variant.getRecordComponents()) {
        Key key = component.getAnnotation(Key.class);
        all.merge(key.value(), key.about(), (first, other) -> first.isEmpty() ? other : first);
      }
    }
    return all;
  }

  /** What stands for a key when it is not set, as the first variant with one says; may be empty. */
  public static String fallback(String key) {
    return BY_NAME.values().stream()
        .flatMap(variant -> Arrays.stream(variant.getRecordComponents()))
        .map(component -> component.getAnnotation(Key.class))
        .filter(one -> one.value().equals(key))
        .map(Key::fallback)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  /**
   * Makes a variant.
   *
   * @param name one of {@link #names}
   * @param values gives the text of a key, empty when it is not set
   * @throws IllegalArgumentException when the variant refuses a value: {@code key: found; expected
   *     what}
   */
  public static Pagination read(String name, Function<String, Optional<String>> values) {
    Class<? extends Pagination> variant = BY_NAME.get(name);
    if (variant == null) {
      throw new IllegalArgumentException(
          "pagination_type: is " + name + "; expected one of " + String.join(", ", names()));
    }
    RecordComponent[] components = variant.getRecordComponents();
    List<@Nullable Object> arguments = new ArrayList<>();
    for (RecordComponent component : components) {
      Key key = component.getAnnotation(Key.class);
      String text = values.apply(key.value()).orElse(key.fallback());
      arguments.add(argument(component.getType(), text));
    }
    return create(variant, components, arguments.toArray());
  }

  private static @Nullable Object argument(Class<?> type, String text) {
    if (type == int.class) {
      return Integer.parseInt(text);
    }
    if (type == DotPath.class) {
      return text.isEmpty() ? null : new DotPath(text);
    }
    return text;
  }

  private static Pagination create(
      Class<? extends Pagination> variant,
      RecordComponent[] components,
      @Nullable Object[] arguments) {
    try {
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      return variant.getDeclaredConstructor(types).newInstance(arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refusal) {
        throw refusal;
      }
      throw new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The name under which a variant is configured. */
  public static String name(Pagination pagination) {
    return pagination.getClass().getAnnotation(Named.class).value();
  }

  /** The keys of a variant with their values, from which {@link #read} makes it again. */
  public static Map<String, String> settings(Pagination pagination) {
    return Arrays.stream(pagination.getClass().getRecordComponents())
        .flatMap(component -> setting(pagination, component).stream())
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
  }

  private static Optional<Map.Entry<String, String>> setting(
      Pagination pagination, RecordComponent component) {
    try {
      Object value = component.getAccessor().invoke(pagination);
      String text = value instanceof DotPath path ? path.text() : String.valueOf(value);
      return value == null
          ? Optional.empty()
          : Optional.of(Map.entry(component.getAnnotation(Key.class).value(), text));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
