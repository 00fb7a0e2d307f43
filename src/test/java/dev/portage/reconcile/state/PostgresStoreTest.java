package dev.portage.reconcile.state;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * The tables and their SQL are those of PostgreSQL, too, for the day when machines share a state.
 */
@Tag("slow")
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class PostgresStoreTest extends StateStoreContract {
  private static EmbeddedPostgres server;

  @BeforeAll
  static void start() throws IOException {
    server = EmbeddedPostgres.start();
  }

  @AfterAll
  static void end() throws IOException {
    server.close();
  }

  @Override
  StateStore open() throws Exception {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("drop schema public cascade; create schema public");
    }
    Migrations.migrate(server.getPostgresDatabase());
    return new SqlStore(server.getPostgresDatabase().getConnection(), "PostgreSQL");
  }
}
