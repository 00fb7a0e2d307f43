package dev.portage.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Seven days of polling in minutes: 10,080 polls, a resync after every 60 of them. Not part of the
 * suite; {@code mvn -q test -Dtest=PollingSoak -Djdk25.absent=true} runs it and prints a table.
 */
class PollingSoak {
  private static final int POLLS = Integer.getInteger("portage.soak.polls", 10_080);

  @TempDir Path directory;

  @Test
  void nothingGrowsInSevenDays() throws Exception {
    List<Footprint> seen = new Soak(directory, POLLS, 60).run();

    Footprint first = seen.get(0);
    Footprint last = seen.get(seen.size() - 1);
    assertThat(last.resyncs()).isGreaterThanOrEqualTo(POLLS / 60);
    assertThat(last.heap()).isLessThan(first.heap() * 11 / 10 + 2_000);
    PollingLeakTest.assertFlat(first, last);
  }
}
