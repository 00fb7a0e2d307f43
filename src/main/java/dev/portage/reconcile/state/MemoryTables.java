package dev.portage.reconcile.state;

import dev.portage.catalog.Fingerprint;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The tables {@code memory...}; their SQL is understood by H2 and PostgreSQL.
 *
 * @param connection within a transaction
 */
record MemoryTables(Connection connection) {

  /** A change of the tables. */
  @FunctionalInterface
  interface Change {
    void with(MemoryTables tables) throws SQLException;
  }

  Optional<Memory> memory(String owner) throws SQLException {
    try (PreparedStatement query =
        prepare("select run, untouched, compared, rules from memory where owner = ?", owner)) {
      ResultSet row = query.executeQuery();
      if (!row.next()) {
        return Optional.empty();
      }
      UUID run = UUID.fromString(row.getString(1));
      return Optional.of(
          new Memory(run, instant(row, 2), instant(row, 3), fingerprint(row, 4), blueprints(run)));
    }
  }

  private Map<String, Fingerprint> blueprints(UUID run) throws SQLException {
    Map<String, Fingerprint> blueprints = new HashMap<>();
    try (PreparedStatement query =
        prepare(
            "select blueprint, fingerprint from memory_blueprint where run = ?", run.toString())) {
      for (ResultSet row = query.executeQuery(); row.next(); ) {
        blueprints.put(row.getString(1), fingerprint(row, 2));
      }
    }
    return blueprints;
  }

  /** How many parts a list has. */
  int parts(UUID run, Memory.Part list) throws SQLException {
    try (PreparedStatement query =
        prepare(
            "select count(*) from memory_part where run = ? and list = ?",
            run.toString(),
            list.name())) {
      ResultSet row = query.executeQuery();
      row.next();
      return row.getInt(1);
    }
  }

  /** One of the parts, from 0; empty when it is not there any more. */
  List<Fingerprint> part(UUID run, Memory.Part list, int part) throws SQLException {
    try (PreparedStatement query =
        prepare(
            "select content from memory_part where run = ? and list = ? and part = ?",
            run.toString(),
            list.name(),
            part)) {
      ResultSet row = query.executeQuery();
      return row.next() ? Packed.unpack(row.getBytes(1)) : List.of();
    }
  }

  void append(String owner, UUID run, Memory.Part list, List<Fingerprint> part)
      throws SQLException {
    execute(
        "insert into memory_part (run, list, part, owner, content) values (?, ?, ?, ?, ?)",
        run.toString(),
        list.name(),
        parts(run, list),
        owner,
        Packed.pack(part));
  }

  /** Removes the memory of an owner; its parts stay until they are swept. */
  void forget(String owner) throws SQLException {
    execute(
        "delete from memory_blueprint where run in (select run from memory where owner = ?)",
        owner);
    execute("delete from memory where owner = ?", owner);
  }

  /**
   * A part of an owner.
   *
   * @param run which wrote it
   */
  record Place(String run, String list, int part) {}

  /** Where the parts of an owner are that are no memory and are not of this run; null for none. */
  List<Place> leftOver(String owner, @Nullable UUID run) throws SQLException {
    List<Place> places = new ArrayList<>();
    try (PreparedStatement query =
        prepare(
            "select run, list, part from memory_part where owner = ? and run <> ?",
            owner,
            run == null ? "" : run)) {
      for (ResultSet row = query.executeQuery(); row.next(); ) {
        places.add(new Place(row.getString(1), row.getString(2), row.getInt(3)));
      }
    }
    return places;
  }

  void remove(Place place) throws SQLException {
    execute(
        "delete from memory_part where run = ? and list = ? and part = ?",
        place.run(),
        place.list(),
        place.part());
  }

  void complete(String owner, Memory memory) throws SQLException {
    execute(
        "insert into memory (owner, run, untouched, compared, rules) values (?, ?, ?, ?, ?)",
        owner,
        memory.run(),
        memory.untouched(),
        memory.compared(),
        memory.rules().text());
    for (Map.Entry<String, Fingerprint> blueprint : memory.blueprints().entrySet()) {
      execute(
          "insert into memory_blueprint (run, blueprint, fingerprint) values (?, ?, ?)",
          memory.run(),
          blueprint.getKey(),
          blueprint.getValue().text());
    }
  }

  private void execute(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = prepare(sql, values)) {
      statement.executeUpdate();
    }
  }

  private PreparedStatement prepare(String sql, Object... values) throws SQLException {
    return prepare(connection, sql, values);
  }

  /** A statement with its values: moments and ids as the tables keep them, all else as it is. */
  static PreparedStatement prepare(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value instanceof Instant moment) {
        value = OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
      } else if (value instanceof UUID id) {
        value = id.toString();
      }
      statement.setObject(i + 1, value);
    }
    return statement;
  }

  static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static Fingerprint fingerprint(ResultSet row, int column) throws SQLException {
    String text = row.getString(column);
    return new Fingerprint(
        Long.parseUnsignedLong(text, 0, 16, 16), Long.parseUnsignedLong(text, 16, 32, 16));
  }
}
