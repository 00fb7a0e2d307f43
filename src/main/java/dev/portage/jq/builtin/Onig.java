package dev.portage.jq.builtin;

import dev.portage.jq.value.Failure;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Translates regular expressions from Oniguruma's Perl syntax, which jq uses, to Java's. Named
 * groups become numbered ones, as Java allows fewer names.
 */
final class Onig {
  private static final String JAVA_LETTERS = "ABDGQRSWXZbdfnrstuwxze";

  private final String regex;
  private final boolean extended;
  private final StringBuilder out = new StringBuilder();
  private final OnigGroups groups;
  private int at;
  private int classes;

  private Onig(String regex, boolean extended) {
    this.regex = regex;
    this.extended = extended;
    this.groups = new OnigGroups(regex);
  }

  /** A compiled expression and its groups' names, null for those without. */
  record Compiled(Pattern pattern, List<@Nullable String> names) {}

  /** Compiles; fails as jq does when the expression is wrong. */
  static Compiled compile(String regex, int flags) {
    Onig translation = new Onig(regex, (flags & Pattern.COMMENTS) != 0);
    try {
      String java = translation.translate();
      int all = flags | Pattern.UNIX_LINES | Pattern.UNICODE_CHARACTER_CLASS;
      return new Compiled(Pattern.compile(java, all), translation.groups.names());
    } catch (PatternSyntaxException | StackOverflowError e) {
      String why = e instanceof PatternSyntaxException p ? p.getDescription() : "too deeply nested";
      throw new Failure(regex + " (at offset 0) is not a valid regex: " + why);
    }
  }

  private String translate() {
    while (at < regex.length()) {
      char c = regex.charAt(at);
      if (c == '\\') {
        escape();
      } else if (classes > 0) {
        inClass(c);
      } else {
        outsideClass(c);
      }
    }
    return out.toString();
  }

  private void outsideClass(char c) {
    if (c == '(') {
      group();
    } else if (c == '[') {
      openClass();
    } else if (c == '{') {
      brace();
    } else {
      out.append(c);
      at++;
    }
  }

  private void group() {
    if (regex.startsWith("(?#", at)) {
      int end = regex.indexOf(')', at);
      at = end < 0 ? regex.length() : end + 1;
      return;
    }
    String name = groups.nameAt(at);
    out.append('(');
    at = name == null ? at + 1 : regex.indexOf('>', at) + 1;
  }

  private void openClass() {
    classes++;
    out.append('[');
    at++;
    if (at < regex.length() && regex.charAt(at) == '^') {
      out.append('^');
      at++;
    }
    if (at < regex.length() && regex.charAt(at) == ']') {
      out.append("\\]");
      at++;
    }
  }

  private void inClass(char c) {
    int end = regex.indexOf(":]", at);
    if (regex.startsWith("[:", at) && end > 0) {
      posix(regex.substring(at + 2, end));
      at = end + 2;
    } else if (c == '[') {
      openClass();
    } else {
      classes -= c == ']' ? 1 : 0;
      boolean hidden = extended && (c == '#' || Character.isWhitespace(c));
      out.append(hidden ? "\\" : "").append(c);
      at++;
    }
  }

  private void posix(String name) {
    boolean negated = name.startsWith("^");
    String plain = negated ? name.substring(1) : name;
    if (plain.equals("word")) {
      out.append(negated ? "\\W" : "\\w");
      return;
    }
    String java =
        plain.equals("xdigit")
            ? "XDigit"
            : plain.isEmpty() ? plain : Character.toUpperCase(plain.charAt(0)) + plain.substring(1);
    out.append(negated ? "\\P{" : "\\p{").append(java.equals("Ascii") ? "ASCII" : java).append('}');
  }

  /** A brace that begins no count stands for itself. */
  private void brace() {
    int end = regex.indexOf('}', at);
    String count = end < 0 ? "" : regex.substring(at + 1, end);
    if (count.matches(",[0-9]+")) {
      out.append("{0").append(count).append('}');
      at = end + 1;
    } else if (count.matches("[0-9]+(,[0-9]*)?")) {
      out.append('{').append(count).append('}');
      at = end + 1;
    } else {
      out.append("\\{");
      at++;
    }
  }

  private void escape() {
    if (at + 1 >= regex.length()) {
      throw new PatternSyntaxException("end pattern at escape", regex, at);
    }
    char c = regex.charAt(at + 1);
    at += 2;
    switch (c) {
      case 'h' -> out.append(classes > 0 ? "0-9a-fA-F" : "[0-9a-fA-F]");
      case 'H' -> out.append("[^0-9a-fA-F]");
      case 'v' -> out.append("\\x0B");
      case 'a' -> out.append("\\x07");
      case 'p', 'P' -> property(c);
      case 'k' -> reference();
      default -> {
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        boolean known = !letter || JAVA_LETTERS.indexOf(c) >= 0;
        out.append(known ? "\\" : "").append(c);
      }
    }
  }

  private void reference() {
    int end = regex.indexOf('>', at);
    String name = regex.startsWith("<", at) && end > 0 ? regex.substring(at + 1, end) : "";
    int group = groups.number(name);
    if (group == 0 && name.matches("[0-9]{1,4}")) {
      group = Integer.parseInt(name);
    }
    if (group == 0) {
      throw new PatternSyntaxException("undefined name <" + name + "> reference", regex, at);
    }
    out.append("(?:\\").append(group).append(')');
    at = end + 1;
  }

  private void property(char letter) {
    int end = regex.indexOf('}', at);
    if (!regex.startsWith("{", at) || end < 0) {
      throw new PatternSyntaxException("invalid character property name", regex, at);
    }
    String name = regex.substring(at + 1, end);
    boolean negated = name.startsWith("^") != (letter == 'P');
    at = end + 1;
    out.append(negated ? "\\P{" : "\\p{").append(javaProperty(name.replace("^", ""))).append('}');
  }

  /** Scripts need {@code Is} in Java. */
  private static String javaProperty(String name) {
    try {
      Pattern.compile("\\p{" + name + "}");
      return name;
    } catch (PatternSyntaxException e) {
      return "Is" + name;
    }
  }
}
