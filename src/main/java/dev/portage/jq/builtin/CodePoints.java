package dev.portage.jq.builtin;

/** Counts the code points before positions of a text; cheap when asked in ascending order. */
final class CodePoints {
  private final String text;
  private int position;
  private int count;

  CodePoints(String text) {
    this.text = text;
  }

  int before(int wanted) {
    if (wanted < position) {
      return text.codePointCount(0, wanted);
    }
    count += text.codePointCount(position, wanted);
    position = wanted;
    return count;
  }
}
