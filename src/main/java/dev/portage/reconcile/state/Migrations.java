package dev.portage.reconcile.state;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the tables of a database to the version that this code knows, by Flyway. Where they are of
 * that version already Flyway is not even loaded, which saves a start a quarter of a second.
 */
final class Migrations {
  /** The version of the last file {@code V..} in the folder {@value #FOLDER}. */
  static final int LATEST = 1;

  static final String FOLDER = "db/state";

  private static final String HISTORY = "flyway_schema_history";

  private Migrations() {}

  /**
   * Migrates where need be.
   *
   * @throws StateException when the database is of a later version, or the migration fails
   */
  static void migrate(DataSource database) throws SQLException {
    int version = version(database);
    if (version > LATEST) {
      throw new StateException(
          "its tables are of version %d; expected %d at most, as a later Portage has written it"
              .formatted(version, LATEST),
          null);
    }
    if (version < LATEST) {
      try {
        Flyway.configure(Migrations.class.getClassLoader())
            .dataSource(database)
            .locations("classpath:" + FOLDER)
            .load()
            .migrate();
      } catch (FlywayException e) {
        throw new StateException("its tables could not be made: " + e.getMessage(), e);
      }
    }
  }

  /** 0 when there are no tables yet. */
  private static int version(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      // Quoted: Flyway writes the name in lower case in every database.
      if (!exists(connection)) {
        return 0;
      }
      try (ResultSet row =
          connection
              .createStatement()
              .executeQuery(
                  "select coalesce(max(cast(\"version\" as integer)), 0) from \""
                      + HISTORY
                      + "\" where \"success\" = true")) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  private static boolean exists(Connection connection) throws SQLException {
    try (ResultSet tables = connection.getMetaData().getTables(null, null, HISTORY, null)) {
      return tables.next();
    }
  }
}
