package dev.portage.reconcile.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file that holds the state on a single machine: an H2 database, whose lock keeps a second
 * process out. A damaged one is moved aside.
 *
 * @param directory in which it lies, and which is made when it is not there
 */
public record StateFile(Path directory) {
  private static final Logger LOG = LoggerFactory.getLogger(StateFile.class);
  private static final String NAME = "portage-state";

  /** H2 adds the ending itself. */
  private static final String ENDING = ".mv.db";

  /** True when there is a file already. */
  public boolean isThere() {
    return Files.isRegularFile(path());
  }

  /**
   * Opens the file, and makes it where it is missing.
   *
   * @throws StateException when that cannot be done: the folder cannot be written, another process
   *     has the file open, or a later Portage has written it
   */
  public StateStore open() {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new StateException(directory + ": cannot be made: " + e, e);
    }
    if (!Files.isWritable(directory)) {
      throw new StateException(directory + ": cannot be written", null);
    }
    try {
      return connect();
    } catch (SQLException e) {
      if (!isDamage(e)) {
        throw new StateException(path() + ": " + reason(e), e);
      }
      setAside(e);
      return connectAnew();
    }
  }

  private StateStore connectAnew() {
    try {
      return connect();
    } catch (SQLException e) {
      throw new StateException(path() + ": " + reason(e), e);
    }
  }

  private StateStore connect() throws SQLException {
    JdbcDataSource database = new JdbcDataSource();
    database.setUrl(
        "jdbc:h2:file:%s;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;CACHE_SIZE=1024"
            .formatted(directory.toAbsolutePath().resolve(NAME)));
    database.setUser("sa");
    database.setPassword("");
    // Open all the while, so that the file is not closed and opened again between two steps.
    Connection connection = database.getConnection();
    try {
      Migrations.migrate(database);
      check(connection);
    } catch (SQLException e) {
      connection.close();
      throw e;
    } catch (StateException e) {
      connection.close();
      throw new StateException(path() + ": " + e.getMessage(), e);
    }
    return new SqlStore(connection, path().toString());
  }

  /** Reads everything once, so that what is damaged shows now and not in the middle of a run. */
  private static void check(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String table : new String[] {"memory", "memory_blueprint", "past_run", "past_kind"}) {
        statement.executeQuery("select count(*) from " + table).close();
      }
      statement.executeQuery("select sum(octet_length(content)) from memory_part").close();
    }
  }

  private void setAside(SQLException damage) {
    Path aside = directory.resolve(NAME + ".damaged");
    try {
      Files.move(path(), aside, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new StateException(path() + ": is damaged, and cannot be moved aside: " + e, e);
    }
    LOG.warn(
        "{}: is damaged ({}); it is now {}, and the state begins anew: the next resync compares every"
            + " entity with Port",
        path(),
        reason(damage),
        aside);
  }

  /** The file itself. */
  public Path path() {
    return directory.resolve(NAME + ENDING);
  }

  /** Not damaged: locked, of a later version, or on a disk that is full or gone. */
  private static boolean isDamage(SQLException failure) {
    return switch (failure.getErrorCode()) {
      case ErrorCode.DATABASE_ALREADY_OPEN_1,
          ErrorCode.IO_EXCEPTION_1,
          ErrorCode.IO_EXCEPTION_2,
          ErrorCode.FILE_VERSION_ERROR_1,
          ErrorCode.OUT_OF_MEMORY,
          ErrorCode.URL_FORMAT_ERROR_2,
          ErrorCode.UNSUPPORTED_SETTING_1,
          ErrorCode.UNSUPPORTED_SETTING_COMBINATION ->
          false;
      default -> true;
    };
  }

  private static String reason(SQLException failure) {
    return failure.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1
        ? "another process uses it"
        : String.valueOf(failure.getMessage());
  }
}
