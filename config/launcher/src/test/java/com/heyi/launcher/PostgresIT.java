package com.heyi.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded PostgreSQL through its life: first start, restart, and what a kill leaves. */
class PostgresIT {

  @TempDir private Path folder;
  private DataFolder data;

  @BeforeEach
  void newFolder() {
    data = new DataFolder(folder.resolve("a folder"), Home.find().data().resolve("software"));
  }

  @Test
  void dataOutlivesTheServer() throws SQLException {
    try (PostgresProcess first = PostgresProcess.start(data, Ports.free())) {
      execute(first.database().asOwner(), "create schema kept; create table kept.t as select 7 v");
    }
    try (PostgresProcess second = PostgresProcess.start(data, Ports.free())) {
      assertThat(number(second.database().asOwner(), "select v from kept.t")).isEqualTo(7);
    }
  }

  @Test
  void theServerThatAKilledLauncherLeftIsEndedAndItsDataKept() throws Exception {
    PostgresProcess left = PostgresProcess.start(data, Ports.free());
    execute(left.database().asOwner(), "create schema kept; create table kept.t as select 7 v");
    try (PostgresProcess next = PostgresProcess.start(data, Ports.free())) {
      // Waited for: an ended process is seen alive until its parent, here this JVM, has reaped it.
      left.onExit().get(20, TimeUnit.SECONDS);
      assertThat(number(next.database().asOwner(), "select v from kept.t")).isEqualTo(7);
    }
  }

  @Test
  void aServerThatWasKilledLeavesNoTraceThatStopsTheNext() throws Exception {
    PostgresProcess killed = PostgresProcess.start(data, Ports.free());
    ProcessHandle.of(killed.processNumber()).orElseThrow().destroyForcibly();
    killed.onExit().get(20, TimeUnit.SECONDS);
    assertThat(data.postgres().resolve("postmaster.pid")).exists();
    try (PostgresProcess next = PostgresProcess.start(data, Ports.free())) {
      assertThat(number(next.database().asOwner(), "select 1")).isEqualTo(1);
    }
  }

  @Test
  void theApplicationsRoleGetsOnlyWhatTheMigrationsGrant() throws SQLException {
    try (PostgresProcess postgres = PostgresProcess.start(data, Ports.free())) {
      Migration.Result first = new Migration(postgres.database()).run();
      assertThat(first.applied()).isPositive();
      assertThat(new Migration(postgres.database()).run().applied()).isZero();
      assertThat(
              number(
                  postgres.database().asApp(),
                  "select count(*) from pg_roles where rolname = current_user"
                      + " and (rolsuper or rolcreaterole or rolcreatedb or rolbypassrls)"))
          .isZero();
      assertThat(
              number(
                  postgres.database().asApp(),
                  "select count(*) from pg_namespace where nspname <> 'batch'"
                      + " and has_schema_privilege(oid, 'create')"))
          .isZero();
      assertThatThrownBy(
              () -> execute(postgres.database().asApp(), "create table public.mine (v int)"))
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> execute(postgres.database().asApp(), "create schema mine"))
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void aWrongPasswordIsRefused() throws SQLException {
    try (PostgresProcess postgres = PostgresProcess.start(data, Ports.free())) {
      Database.Login guess = new Database.Login(Database.APP_ROLE, "guess");
      assertThatThrownBy(() -> Database.connect(postgres.database().url(), guess))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void passwordsAreReadableByTheirOwnerOnly() throws IOException {
    Secrets.in(data.secrets());
    assertThat(
            java.nio.file.attribute.PosixFilePermissions.toString(
                Files.getPosixFilePermissions(data.secrets())))
        .isEqualTo("rw-------");
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (connection;
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int number(Connection connection, String sql) throws SQLException {
    try (connection;
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getInt(1);
    }
  }
}
