package dev.portage.config;

/**
 * A mistake in the configuration or in a mapping.
 *
 * @param path the name of the setting, or the place in the mapping
 * @param found what stands there, without any secret
 * @param expected what may stand there
 * @param line within the text that stands at the path, or within the file when the path is one;
 *     from 1, 0 when the whole is meant
 * @param column in that line, from 1; 0 when the whole is meant
 * @param place file, line and column to say before all else; empty when nobody looked
 */
public record Problem(
    String path, String found, String expected, int line, int column, String place) {

  /** A mistake within the text that stands at the path. */
  public Problem(String path, String found, String expected, int line, int column) {
    this(path, found, expected, line, column, "");
  }

  /** A mistake of the whole that stands at the path. */
  public Problem(String path, String found, String expected) {
    this(path, found, expected, 0, 0);
  }

  @Override
  public String toString() {
    return (place.isEmpty() ? "" : place + ": ") + path + ": " + found + "; expected " + expected;
  }
}
