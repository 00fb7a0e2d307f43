package dev.portage.pagination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One link of a Link header (RFC 8288, section 3).
 *
 * @param target as it stands between the angle brackets; may be relative
 * @param rels the relations, as they were written
 */
record LinkHeader(String target, List<String> rels) {
  private static final Pattern TARGET = Pattern.compile("[\\s,]*<([^>]*)>");
  // Possessive, so that a hostile header costs no more time than its length.
  private static final Pattern PARAMETER =
      Pattern.compile(
          "\\s*+;\\s*+([^\\s=;,\"<]*+)(?:\\s*+=\\s*+(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\\s;,]*+)))?");

  /** All links of one header, in order. Reading ends where the header makes no sense any more. */
  static List<LinkHeader> parse(String header) {
    List<LinkHeader> links = new ArrayList<>();
    Matcher target = TARGET.matcher(header);
    int at = 0;
    while (target.region(at, header.length()).lookingAt()) {
      List<String> rels = new ArrayList<>();
      at = readParameters(header, target.end(), rels);
      links.add(new LinkHeader(String.valueOf(target.group(1)).strip(), List.copyOf(rels)));
    }
    return links;
  }

  private static int readParameters(String header, int start, List<String> rels) {
    Matcher parameter = PARAMETER.matcher(header);
    int at = start;
    while (parameter.region(at, header.length()).lookingAt()) {
      // Only the first rel of a link counts (section 3.3).
      if ("rel".equalsIgnoreCase(parameter.group(1)) && rels.isEmpty()) {
        rels.addAll(Arrays.asList(value(parameter).strip().split("\\s+")));
      }
      at = parameter.end();
    }
    return at;
  }

  private static String value(Matcher parameter) {
    String quoted = parameter.group(2);
    String plain = parameter.group(3);
    return quoted != null ? quoted.replaceAll("\\\\(.)", "$1") : plain != null ? plain : "";
  }

  /** Whether the link has that relation; case does not count. */
  boolean hasRel(String rel) {
    return rels.stream().anyMatch(rel.strip()::equalsIgnoreCase);
  }
}
