package dev.portage.config;

/**
 * A mistake in the configuration or in a mapping.
 *
 * @param path the name of the setting, or the place in the mapping
 * @param found what stands there, without any secret
 * @param expected what may stand there
 */
public record Problem(String path, String found, String expected) {
  @Override
  public String toString() {
    return path + ": " + found + "; expected " + expected;
  }
}
