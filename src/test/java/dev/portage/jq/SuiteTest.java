package dev.portage.jq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.jq.suite.Block;
import dev.portage.jq.suite.LeftOut;
import dev.portage.jq.suite.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** jq's own tests; every block that applies must pass. */
class SuiteTest {
  @ParameterizedTest(name = "{0}.test: {1} of {2} blocks apply and pass")
  @CsvSource({
    "jq, 537, 550",
    "man, 231, 231",
    "manonig, 19, 19",
    "onig, 47, 47",
    "uri, 20, 20",
    "base64, 10, 10"
  })
  void allApplicableBlocksPass(String file, int applicable, int all) throws IOException {
    LeftOut leftOut = LeftOut.read(lines("left-out.txt"));
    List<Block> blocks = Block.read(lines(file + ".test"));
    List<Verdict> failures = new ArrayList<>();
    int run = 0;
    for (Block block : blocks) {
      if (!leftOut.contains(block)) {
        run++;
        Verdict verdict = Verdict.of(block);
        if (!verdict.passed()) {
          failures.add(verdict);
        }
      }
    }
    assertThat(failures).isEmpty();
    assertThat(blocks).hasSize(all);
    assertThat(run).isEqualTo(applicable);
  }

  @Test
  void everyBlockLeftOutExistsAndWouldFail() throws IOException {
    List<Block> blocks = Block.read(lines("jq.test"));
    LeftOut leftOut = LeftOut.read(lines("left-out.txt"));
    List<Block> found = blocks.stream().filter(leftOut::contains).toList();
    assertThat(found).hasSize(leftOut.size());
    assertThat(found).noneMatch(block -> Verdict.of(block).passed());
  }

  @Test
  void aWrongExpectationIsSeen() {
    List<Block> blocks = Block.read(List.of(".a", "{\"a\":1}", "2", "", "%%FAIL", ".b", "message"));
    assertThat(blocks).extracting(Block::line).containsExactly(1, 6);
    assertThat(Verdict.of(blocks.get(0)).detail()).contains("expected [2] but gave [1]");
    assertThat(Verdict.of(blocks.get(1)).detail()).contains("compiles, but must not");
  }

  private static List<String> lines(String name) throws IOException {
    try (InputStream in = SuiteTest.class.getResourceAsStream("/jq/" + name)) {
      byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    }
  }
}
