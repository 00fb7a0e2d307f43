package dev.portage.config;

/**
 * Where a value was written, as its author would name it.
 *
 * @param source an environment variable, an option of the command line, or a file
 * @param typed the keys below it, as they were typed; empty for the source itself
 */
record Place(String source, String typed) {

  /** A key below this place. */
  Place at(String key) {
    return new Place(source, Keys.join(typed, key));
  }

  @Override
  public String toString() {
    return typed.isEmpty() ? source : typed + " in " + source;
  }
}
