package dev.portage.config;

/**
 * Where something stands in a file; lines and columns from 1.
 *
 * @param keyLine of the key or of the element of a list
 * @param line of the value
 */
public record Mark(int keyLine, int keyColumn, int line, int column) {
  /** The beginning of a file. */
  static final Mark START = new Mark(1, 1, 1, 1);
}
