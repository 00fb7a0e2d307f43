package dev.portage.cli.progress;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.List;

/**
 * A few lines at the bottom of a terminal that are drawn again and again; what else is written goes
 * above them. Safe to share between threads.
 */
final class LiveScreen extends OutputStream {
  private static final String HIDE_CURSOR = "\u001b[?25l";
  private static final String SHOW_CURSOR = "\u001b[?25h";
  private static final String CLEAR_BELOW = "\r\u001b[0J";
  private static final String CLEAR_LINE_END = "\u001b[K";

  private final PrintStream out;
  private final Charset charset;
  private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();
  private List<String> drawn = List.of();
  private boolean hidden;
  private boolean closed;

  /**
   * Draws nothing yet.
   *
   * @param out the terminal
   */
  LiveScreen(PrintStream out, Charset charset) {
    this.out = out;
    this.charset = charset;
  }

  /** Draws these lines in the place of those before. */
  synchronized void draw(List<String> lines) {
    if (closed || lines.equals(drawn)) {
      return;
    }
    StringBuilder all = new StringBuilder();
    if (!hidden) {
      all.append(HIDE_CURSOR);
      hidden = true;
    }
    up(all);
    lines.forEach(line -> all.append(line).append(CLEAR_LINE_END).append('\n'));
    if (lines.size() < drawn.size()) {
      all.append(CLEAR_BELOW);
    }
    drawn = List.copyOf(lines);
    send(all.toString());
  }

  private void up(StringBuilder all) {
    if (!drawn.isEmpty()) {
      all.append("\u001b[").append(drawn.size()).append('A');
    }
    all.append('\r');
  }

  /** Something else is written: above what is drawn, a line at a time. */
  @Override
  public synchronized void write(byte[] bytes, int from, int length) {
    if (closed) {
      out.write(bytes, from, length);
      out.flush();
      return;
    }
    for (int i = from; i < from + length; i++) {
      unfinished.write(bytes[i]);
    }
    int end = from + length - 1;
    if (length > 0 && bytes[end] == '\n') {
      above(unfinished.toString(charset));
      unfinished.reset();
    }
  }

  @Override
  public void write(int one) {
    write(new byte[] {(byte) one}, 0, 1);
  }

  private void above(String text) {
    List<String> again = drawn;
    StringBuilder all = new StringBuilder();
    up(all);
    all.append(CLEAR_BELOW).append(text);
    again.forEach(line -> all.append(line).append(CLEAR_LINE_END).append('\n'));
    send(all.toString());
  }

  private void send(String text) {
    byte[] bytes = text.getBytes(charset);
    out.write(bytes, 0, bytes.length);
    out.flush();
  }

  /**
   * Takes away what is drawn, and gives the cursor back. Whatever is written now just goes through.
   */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    StringBuilder all = new StringBuilder();
    if (!drawn.isEmpty()) {
      up(all);
      all.append(CLEAR_BELOW);
    }
    all.append(unfinished.toString(charset));
    all.append(hidden ? SHOW_CURSOR : "");
    drawn = List.of();
    closed = true;
    send(all.toString());
  }
}
