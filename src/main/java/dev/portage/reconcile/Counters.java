package dev.portage.reconcile;

import java.util.concurrent.atomic.LongAdder;

/** The counters behind {@link KindCounts}. */
final class Counters {
  final LongAdder pages = new LongAdder();
  final LongAdder batches = new LongAdder();
  final LongAdder read = new LongAdder();
  final LongAdder filtered = new LongAdder();
  final LongAdder skipped = new LongAdder();
  final LongAdder doubtful = new LongAdder();
  final LongAdder mapped = new LongAdder();
  final LongAdder unchanged = new LongAdder();
  final LongAdder created = new LongAdder();
  final LongAdder updated = new LongAdder();
  final LongAdder rejected = new LongAdder();
  final LongAdder unmatched = new LongAdder();
  final LongAdder failed = new LongAdder();

  KindCounts now() {
    return new KindCounts(
        pages.sum(),
        batches.sum(),
        read.sum(),
        filtered.sum(),
        skipped.sum(),
        doubtful.sum(),
        mapped.sum(),
        unchanged.sum(),
        created.sum(),
        updated.sum(),
        rejected.sum(),
        unmatched.sum(),
        failed.sum());
  }
}
