package dev.portage.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;

/** Numbers that look like chance and are the same at every start. */
final class Scatter {

  private Scatter() {}

  /** A number from 0 to {@code bound - 1}; {@code salt} tells one use from another. */
  static int below(int bound, int index, int salt) {
    long mixed = (index + 1L) * 0x9E3779B97F4A7C15L + salt * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 31)) * 0x94D049BB133111EBL;
    return (int) Long.remainderUnsigned(mixed ^ (mixed >>> 29), bound);
  }

  /** One text of a list. */
  static String from(JsonNode list, int index, int salt) {
    return list.path(below(list.size(), index, salt)).asText();
  }

  /** One text of a list, in turn. */
  static String turn(JsonNode list, int index) {
    return list.path(index % list.size()).asText();
  }
}
