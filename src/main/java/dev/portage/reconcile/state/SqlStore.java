package dev.portage.reconcile.state;

import dev.portage.catalog.Fingerprint;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A store in a database, H2 or PostgreSQL, whose tables are there. It has one connection: a run
 * writes a part every few thousand entities, so that several would wait for the disk and not for
 * each other.
 */
final class SqlStore implements StateStore {
  private static final Logger LOG = LoggerFactory.getLogger(SqlStore.class);

  private final Connection connection;
  private final String place;

  /**
   * On a connection that is closed together with the store.
   *
   * @param place for a person to read, without secrets
   */
  SqlStore(Connection connection, String place) {
    this.connection = connection;
    this.place = place;
  }

  /** Something that is done in a transaction. */
  @FunctionalInterface
  private interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  private synchronized <T> T transaction(Work<T> work) {
    try {
      connection.setAutoCommit(false);
      T result = work.with(connection);
      connection.commit();
      return result;
    } catch (SQLException e) {
      rollback(e);
      throw new StateException(place + ": " + e.getMessage(), e);
    }
  }

  private void rollback(SQLException failure) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  private synchronized void change(MemoryTables.Change change) {
    transaction(
        with -> {
          change.with(new MemoryTables(with));
          return true;
        });
  }

  @Override
  public Optional<Memory> memory(String owner) {
    return transaction(with -> new MemoryTables(with).memory(owner));
  }

  @Override
  public void read(UUID run, Memory.Part list, Reader reader) {
    int parts = transaction(with -> new MemoryTables(with).parts(run, list));
    for (int part = 0; part < parts; part++) {
      int wanted = part;
      reader.take(transaction(with -> new MemoryTables(with).part(run, list, wanted)));
    }
  }

  @Override
  public void forget(String owner) {
    change(tables -> tables.forget(owner));
    sweep(owner, null);
  }

  /** One by one: a transaction that removed all of them would hold all of them in the heap. */
  private void sweep(String owner, @Nullable UUID kept) {
    List<MemoryTables.Place> places =
        transaction(with -> new MemoryTables(with).leftOver(owner, kept));
    places.forEach(place -> change(tables -> tables.remove(place)));
  }

  @Override
  public void append(String owner, UUID run, Memory.Part list, List<Fingerprint> part) {
    change(tables -> tables.append(owner, run, list, part));
  }

  @Override
  public void complete(String owner, Memory memory) {
    change(
        tables -> {
          tables.forget(owner);
          tables.complete(owner, memory);
        });
    sweep(owner, memory.run());
  }

  @Override
  public void record(String owner, PastRun run) {
    transaction(
        with -> {
          new HistoryTables(with).add(owner, run, RUNS_KEPT);
          return true;
        });
  }

  @Override
  public List<PastRun> runs(String owner, int most) {
    return transaction(with -> new HistoryTables(with).last(owner, most));
  }

  @Override
  public String place() {
    return place;
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.warn("{}: could not be closed: {}", place, e.getMessage());
    }
  }
}
