package dev.portage.jq.suite;

import java.util.ArrayList;
import java.util.List;

/**
 * One block of jq's test format: a program, an input, the outputs; or a program that must not
 * compile.
 *
 * @param line where the program stands, from 1
 * @param fails whether the program must not compile; then there is no input
 * @param outputs the outputs, one JSON text each
 */
public record Block(int line, String program, boolean fails, String input, List<String> outputs) {

  /** Copies the outputs. */
  public Block {
    outputs = List.copyOf(outputs);
  }

  /** Reads all blocks of a file. */
  public static List<Block> read(List<String> lines) {
    List<Block> blocks = new ArrayList<>();
    int at = 0;
    while (at < lines.size()) {
      if (isSkipped(lines.get(at))) {
        at++;
        continue;
      }
      int end = at;
      while (end < lines.size() && !lines.get(end).isBlank()) {
        end++;
      }
      blocks.add(of(at, lines.subList(at, end)));
      at = end;
    }
    return blocks;
  }

  private static Block of(int at, List<String> lines) {
    if (lines.get(0).startsWith("%%FAIL")) {
      return new Block(at + 2, lines.size() > 1 ? lines.get(1) : "", true, "null", List.of());
    }
    List<String> rest = lines.stream().skip(1).filter(line -> !line.startsWith("#")).toList();
    String input = rest.isEmpty() ? "null" : rest.get(0);
    return new Block(at + 1, lines.get(0), false, input, rest.stream().skip(1).toList());
  }

  private static boolean isSkipped(String line) {
    return line.isBlank() || line.startsWith("#");
  }
}
