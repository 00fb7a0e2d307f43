package dev.portage.pagination;

/** What the settings of a pagination have to be. */
final class Require {
  private Require() {}

  static void name(String setting, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(setting + ": is blank; expected a name");
    }
  }

  static void atLeast(int least, String setting, int value) {
    if (value < least) {
      throw new IllegalArgumentException(setting + ": " + value + "; expected at least " + least);
    }
  }
}
