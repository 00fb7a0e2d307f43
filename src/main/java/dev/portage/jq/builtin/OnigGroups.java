package dev.portage.jq.builtin;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The groups of a regular expression by number, with their names. */
final class OnigGroups {
  private final String regex;
  private final List<@Nullable String> names = new ArrayList<>();

  OnigGroups(String regex) {
    this.regex = regex;
    collect();
  }

  /** Names in order of the groups, null for those without. */
  List<@Nullable String> names() {
    return names;
  }

  /** The number of the last group of a name; 0 when there is none. */
  int number(String name) {
    return names.lastIndexOf(name) + 1;
  }

  /** Numbers all groups first, since references may come before their group. */
  private void collect() {
    int depth = 0;
    for (int i = 0; i < regex.length(); i++) {
      char c = regex.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '[') {
        depth++;
      } else if (c == ']' && depth > 0) {
        depth--;
      } else if (c == '(' && depth == 0) {
        String name = nameAt(i);
        if (name != null || !regex.startsWith("(?", i)) {
          names.add(name);
        }
      }
    }
  }

  @Nullable String nameAt(int open) {
    boolean angle = regex.startsWith("(?<", open);
    boolean python = regex.startsWith("(?P<", open);
    int start = open + (python ? 4 : 3);
    int end = regex.indexOf('>', start);
    if ((!angle && !python) || end < 0 || "=!".indexOf(regex.charAt(start)) >= 0) {
      return null;
    }
    return regex.substring(start, end);
  }
}
