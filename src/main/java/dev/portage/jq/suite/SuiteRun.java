package dev.portage.jq.suite;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs a test file and reports. */
public final class SuiteRun {
  private static final int ALL_PASSED = 0;
  private static final int SOME_FAILED = 1;

  private final PrintWriter out;

  /** Reports to a writer. */
  public SuiteRun(PrintWriter out) {
    this.out = out;
  }

  /**
   * Runs all blocks but those left out.
   *
   * @param leftOut a list as {@link LeftOut} reads it; null leaves out nothing
   * @return the exit code: 0 when all passed, else 1
   * @throws IOException when a file cannot be read
   */
  public int run(Path tests, @Nullable Path leftOut) throws IOException {
    LeftOut skipped = LeftOut.read(leftOut == null ? List.of() : Files.readAllLines(leftOut));
    int passed = 0;
    int failed = 0;
    int left = 0;
    for (Block block : Block.read(Files.readAllLines(tests))) {
      if (skipped.contains(block)) {
        left++;
        continue;
      }
      Verdict verdict = Verdict.of(block);
      passed += verdict.passed() ? 1 : 0;
      failed += verdict.passed() ? 0 : 1;
      if (!verdict.passed()) {
        out.println("line " + block.line() + ": " + block.program());
        out.println("    " + verdict.detail());
      }
    }
    out.println(passed + " passed, " + failed + " failed, " + left + " skipped");
    return failed == 0 ? ALL_PASSED : SOME_FAILED;
  }
}
