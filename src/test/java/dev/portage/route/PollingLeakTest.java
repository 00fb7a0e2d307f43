package dev.portage.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@link PollingSoak}: 300 polls and 20 resyncs leave nothing behind. */
@Tag("slow")
class PollingLeakTest {

  @TempDir Path directory;

  @Test
  void nothingIsLeftBehind() throws Exception {
    List<Footprint> seen = new Soak(directory, 300, 15).run();

    Footprint first = seen.get(0);
    Footprint last = seen.get(seen.size() - 1);
    assertThat(last.resyncs()).isGreaterThanOrEqualTo(20);
    assertFlat(first, last);
  }

  /** A few more than at first may be there: pools fill, and a resync may just be running. */
  static void assertFlat(Footprint first, Footprint last) {
    assertThat(last.threads()).as("threads").isLessThanOrEqualTo(first.threads() + 12);
    assertThat(last.sockets()).as("sockets").isLessThanOrEqualTo(first.sockets() + 12);
    assertThat(last.files()).as("handles").isLessThanOrEqualTo(first.files() + 16);
    assertThat(last.beans()).as("MBeans").isLessThanOrEqualTo(first.beans() + 60);
    assertThat(last.temporary()).as("temporary files").isLessThanOrEqualTo(first.temporary() + 3);
  }
}
