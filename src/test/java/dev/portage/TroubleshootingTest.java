package dev.portage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever searches the documents for the words of a message finds what to do. */
class TroubleshootingTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");
  private static final Path PAGE = Path.of("docs/troubleshooting.md");

  private static String source() throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        texts.add(Files.readString(file));
      }
    }
    // Long texts are put together of several.
    return texts.stream().collect(Collectors.joining("\n")).replaceAll("\"\\s*\\+\\s*\"", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nothing is deleted: ",
        "the run is not proven complete",
        "more than entityDeletionThreshold",
        "entityDeletionThreshold is 0",
        "seems to ignore the parameter",
        "leads back to a page read before",
        "is not the last; expected at most",
        "gave null: this is what an error body looks like",
        "the login failed",
        "the TLS connection failed",
        "redirected to another host",
        "leads to another host",
        "with a body that is no JSON",
        "the answer is empty",
        "the answer is larger than",
        "Port rejected",
        "every entity of this run is sent, changed or not",
        "does not compile",
        "is not configured",
        "is missing",
        "the runtime of that type",
        "what was created before is removed again",
        "could not be removed again",
        "no default resources are created",
        "was not told of the run",
        "did not take",
        "Port could not be asked whether a resync is wanted",
        "cannot be opened",
        "is stopped before its end",
        "Port was not told that the resync is ",
        "slowing down",
        "taking a new token",
        "is no known key and has no effect",
        "is not used",
        "there is no blueprint",
        "is no property of the blueprint",
        "is computed by Port",
        "Port was not asked for blueprints",
        "has a key twice",
        "has an alias for which there is no anchor before it",
        "holds a second document",
        "is no text in UTF-8",
        "is a folder",
      })
  void aMessageIsExplained(String words) throws IOException {
    assertThat(Files.readString(PAGE)).contains(words);
    assertThat(source()).contains(words);
  }

  @Test
  void everyLinkWithinTheDocumentsLeadsSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path page : pages()) {
      LINK.matcher(Files.readString(page))
          .results()
          .map(link -> link.group(1))
          .filter(link -> !Files.exists(page.toAbsolutePath().resolveSibling(link)))
          .forEach(link -> broken.add(page + " -> " + link));
    }
    assertThat(broken).isEmpty();
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    for (String top : List.of("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")) {
      pages.add(Path.of(top));
    }
    for (String folder : List.of("docs", "examples")) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        files.filter(path -> path.toString().endsWith(".md")).forEach(pages::add);
      }
    }
    return pages;
  }
}
