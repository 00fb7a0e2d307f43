package dev.portage.jq.parse;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What to write instead, for the mistakes that mappings are known to contain. */
public final class Advice {
  private static final int MAX_NAMES = 3;

  private Advice() {}

  /** For a character that no program contains. */
  static String forCharacter(String shown, char next) {
    return switch (shown) {
      case "“", "”", "„", "«", "»" -> "typographic quotes; write \"plain double quotes\"";
      case "'", "‘", "’", "`" -> "jq texts stand in double quotes: \"text\", not 'text'";
      case "&" -> next == '&' ? "write 'and' instead of '&&'" : "to join texts write +";
      case "!" -> "to negate write '| not' after the expression; unequal is '!='";
      case "~" -> "to match a pattern write test(\"…\")";
      case "\\" -> "a backslash stands only within \"texts\"";
      case "$" -> "a variable is $name; $ alone means nothing here";
      case "@" -> "a format is @base64, @uri, @json, …";
      case "\u00a0" -> "a no-break space; write a plain space";
      default -> "";
    };
  }

  /** For a word where none of its kind may stand. */
  static String forWord(Token token, Token before) {
    if (token.is("|") && before.is("|")) {
      return "write 'or' instead of '||'";
    }
    if ((token.is("=") && before.is("==")) || (token.is("==") && before.is("="))) {
      return "equality is '=='";
    }
    if (token.is(">") && before.is("=")) {
      return "'at least' is '>='";
    }
    if (token.is(">") && before.is("<")) {
      return "unequal is '!='";
    }
    if (token.is(".") || token.kind() == Token.Kind.NUMBER) {
      return "fields with unusual names are written .[\"name\"], elements .[0]";
    }
    if (token.is(":") && before.kind() == Token.Kind.NAME) {
      return "objects stand in braces: {name: value}";
    }
    if (token.kind() == Token.Kind.NAME || token.kind() == Token.Kind.QUOTE) {
      return "between two expressions stands an operator such as | or +";
    }
    return "";
  }

  /** For a function that does not exist: the nearest names, or a field of that name. */
  public static String forFunction(String name, int arity, Collection<String> known) {
    List<String> same = known.stream().filter(k -> k.startsWith(name + "/")).sorted().toList();
    if (!same.isEmpty()) {
      return "there is " + String.join(", ", same) + " (name/number of arguments)";
    }
    int reach = Math.max(1, name.length() / 3);
    String near =
        known.stream()
            .map(k -> k.substring(0, k.indexOf('/')))
            .distinct()
            .filter(k -> distance(name, k) <= reach)
            .sorted(Comparator.comparingInt((String k) -> distance(name, k)).thenComparing(k -> k))
            .limit(MAX_NAMES)
            .reduce((a, b) -> a + ", " + b)
            .map(names -> "did you mean " + names + "? ")
            .orElse("");
    String field = "the field is written ." + name + ", the text \"" + name + "\"";
    return arity == 0 ? near + field : near.strip();
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
