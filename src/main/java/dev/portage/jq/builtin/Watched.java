package dev.portage.jq.builtin;

import dev.portage.jq.eval.Run;

/**
 * A text that looks at the clock while an expression is matched, so that matching cannot run away.
 */
final class Watched implements CharSequence {
  private static final int READS_PER_CHECK = 0xFFFF;

  private final String text;
  private final Run run;
  private int reads;

  Watched(String text, Run run) {
    this.text = text;
    this.run = run;
  }

  @Override
  public char charAt(int index) {
    if ((++reads & READS_PER_CHECK) == 0) {
      run.checkTime();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
