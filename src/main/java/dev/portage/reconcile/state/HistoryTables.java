package dev.portage.reconcile.state;

import dev.portage.reconcile.KindCounts;
import dev.portage.reconcile.RunState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The tables {@code past...}; their SQL is understood by H2 and PostgreSQL.
 *
 * @param connection within a transaction
 */
record HistoryTables(Connection connection) {
  private static final int LONGEST = 1000;
  private static final String COUNTS =
      "pages, batches, items_read, filtered, skipped, doubtful, mapped, unchanged, created, updated,"
          + " rejected, unmatched, failed";

  /** Adds a run, and removes the oldest. */
  void add(String owner, PastRun run, int kept) throws SQLException {
    execute(
        "insert into past_run (run, owner, started, ended, result, reason, partial, trusted, deleted)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        run.id(),
        owner,
        run.start(),
        run.end(),
        run.result(),
        shortened(run.reason()),
        run.partial(),
        run.trusted(),
        run.deleted());
    for (PastRun.PastKind kind : run.kinds()) {
      add(run.id(), kind);
    }
    for (UUID old : beyond(owner, kept)) {
      execute("delete from past_run where run = ?", old);
    }
  }

  private List<UUID> beyond(String owner, int kept) throws SQLException {
    List<UUID> old = new ArrayList<>();
    try (PreparedStatement query =
        MemoryTables.prepare(
            connection,
            "select run from past_run where owner = ? order by started desc, run offset ?",
            owner,
            kept)) {
      for (ResultSet row = query.executeQuery(); row.next(); ) {
        old.add(UUID.fromString(row.getString(1)));
      }
    }
    return old;
  }

  private void add(UUID run, PastRun.PastKind kind) throws SQLException {
    KindCounts counts = kind.counts();
    execute(
        "insert into past_kind (run, place, kind, state, "
            + COUNTS
            + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        run,
        kind.index(),
        shortened(kind.kind()),
        kind.state().name(),
        counts.pages(),
        counts.batches(),
        counts.read(),
        counts.filtered(),
        counts.skipped(),
        counts.doubtful(),
        counts.mapped(),
        counts.unchanged(),
        counts.created(),
        counts.updated(),
        counts.rejected(),
        counts.unmatched(),
        counts.failed());
  }

  private static String shortened(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
  }

  /** The last runs, the very last first. */
  List<PastRun> last(String owner, int most) throws SQLException {
    List<PastRun> runs = new ArrayList<>();
    try (PreparedStatement query =
        MemoryTables.prepare(
            connection,
            "select run, started, ended, result, reason, partial, trusted, deleted from past_run"
                + " where owner = ? order by started desc, run limit ?",
            owner,
            most)) {
      for (ResultSet row = query.executeQuery(); row.next(); ) {
        UUID id = UUID.fromString(row.getString(1));
        runs.add(
            new PastRun(
                id,
                MemoryTables.instant(row, 2),
                MemoryTables.instant(row, 3),
                row.getString(4),
                row.getString(5),
                row.getBoolean(6),
                row.getLong(7),
                row.getLong(8),
                kinds(id)));
      }
    }
    return runs;
  }

  private List<PastRun.PastKind> kinds(UUID run) throws SQLException {
    List<PastRun.PastKind> kinds = new ArrayList<>();
    try (PreparedStatement query =
        MemoryTables.prepare(
            connection,
            "select place, kind, state, " + COUNTS + " from past_kind where run = ? order by place",
            run)) {
      for (ResultSet row = query.executeQuery(); row.next(); ) {
        kinds.add(
            new PastRun.PastKind(
                row.getInt(1), row.getString(2), RunState.valueOf(row.getString(3)), counts(row)));
      }
    }
    return kinds;
  }

  private static KindCounts counts(ResultSet row) throws SQLException {
    long[] counts = new long[13];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = row.getLong(i + 4);
    }
    return new KindCounts(
        counts[0],
        counts[1],
        counts[2],
        counts[3],
        counts[4],
        counts[5],
        counts[6],
        counts[7],
        counts[8],
        counts[9],
        counts[10],
        counts[11],
        counts[12]);
  }

  private void execute(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = MemoryTables.prepare(connection, sql, values)) {
      statement.executeUpdate();
    }
  }
}
