package com.heyi.audit.chain;

import com.heyi.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A trail in a database of its own, with three checkpoints and their exported lines, for a test to
 * tamper with as the owner: copied from one that is made once.
 */
final class TrailUnderTest implements AutoCloseable {
  private static final int WRITTEN = 320;

  /** Two more say since when rows are keyed, and vouch for what was there before. */
  static final int ROWS = WRITTEN + 2;

  private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static TrailUnderTest template;

  private final String name;
  private final Path folder;

  private TrailUnderTest(String name, Path folder) {
    this.name = name;
    this.folder = folder;
  }

  /** A sound trail. */
  static synchronized TrailUnderTest sound() {
    if (template == null) {
      template = empty();
      SigningKey.make(template.keyFile());
      template.write(WRITTEN / 2);
      template.checkpoint(1);
      template.write(WRITTEN / 4);
      template.checkpoint(2);
      template.write(WRITTEN / 4);
      template.checkpoint(3);
    }
    TrailUnderTest copy = new TrailUnderTest(nextName(), temporaryFolder());
    sql(admin(), "create database " + copy.name + " template " + template.name);
    try (var files = Files.walk(template.folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = copy.folder.resolve(template.folder.relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return copy;
  }

  /** A trail without rows, and without a key. */
  static TrailUnderTest empty() {
    TrailUnderTest trail = before("2");
    trail.migrate(MigrationVersion.LATEST);
    return trail;
  }

  /** The database as it was before this migration of the audit module. */
  static TrailUnderTest before(String version) {
    TrailUnderTest trail = new TrailUnderTest(nextName(), temporaryFolder());
    sql(admin(), "create database " + trail.name);
    trail.migrate("shared", MigrationVersion.LATEST);
    trail.migrate(
        "audit", MigrationVersion.fromVersion(Integer.toString(Integer.parseInt(version) - 1)));
    return trail;
  }

  void migrate(MigrationVersion target) {
    migrate("audit", target);
    asOwner("call audit.prove_histories()");
  }

  private void migrate(String module, MigrationVersion target) {
    Flyway.configure()
        .dataSource(url(name), owner().getUser(), owner().getPassword())
        .locations("classpath:db/" + module)
        .schemas(module)
        .placeholders(Map.of("app_role", "heyi_app"))
        .target(target)
        .load()
        .migrate();
  }

  /** As the owner of the database. */
  Connection asOwner() {
    return connect(url(name), owner().getUser(), owner().getPassword());
  }

  /** As the application. */
  Connection asApp() {
    return connect(url(name), "heyi_app", "test");
  }

  /** Writes rows as the application does, one in each transaction. */
  void write(int rows) {
    try (Connection connection = asApp()) {
      connection.setAutoCommit(false);
      for (int i = 0; i < rows; i++) {
        ChainWriter.append(
            connection,
            end(connection, i % ChainWriter.LANES),
            List.of(row(COUNT.incrementAndGet())),
            rowKeys());
        connection.commit();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The end of this lane: as many connections would, tests fill all lanes alike. */
  private static Link end(Connection connection, int lane) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "select seq, hash from audit.entry where lane = "
                    + lane
                    + " order by seq desc limit 1")) {
      return result.next()
          ? new Link(lane, result.getLong(1), result.getString(2))
          : Link.start(lane);
    }
  }

  /** Writes these rows in one transaction. */
  void writeRows(TrailRow... rows) {
    try (Connection connection = asApp()) {
      connection.setAutoCommit(false);
      ChainWriter.append(
          connection,
          ChainWriter.takeLane(connection, ChainWriter.LANES),
          List.of(rows),
          rowKeys());
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A row that differs from the others in most of its columns. */
  static TrailRow row(int n) {
    TrailRow row =
        new TrailRow(
            UUID.randomUUID(),
            NOON.plusMillis(n),
            "operator." + n,
            "operator",
            n % 3 == 0 ? null : "B0101",
            "10.0.0." + n % 256,
            "REST",
            "request-" + n,
            "mall",
            "points.grant",
            n % 5 == 0 ? null : "customer:" + n,
            n % 2 == 0 ? null : "补发积分 " + n,
            n % 7 != 0,
            "DONE",
            null,
            n % 4 == 0
                ? null
                : ChangesText.of(
                    List.of(new ChangesText.Line("points", "" + n, "balance", "1", "" + n))),
            n % 11 == 0 ? UUID.randomUUID() : null,
            n % 6 == 0 ? (long) n : null);
    return n % 7 == 0 ? row.showing(Set.of(UUID.randomUUID(), UUID.randomUUID())) : row;
  }

  /** Writes and exports the next checkpoint. */
  void checkpoint(int day) {
    try (Connection connection = asApp()) {
      connection.setAutoCommit(false);
      Checkpoints.write(connection, NOON.plusSeconds(86_400L * day), key(), List.of());
      connection.commit();
      exports().update(connection, key());
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  Path keyFile() {
    return folder.resolve("key.pem");
  }

  SigningKey key() {
    return SigningKey.read(keyFile());
  }

  /** None as long as there is no file. */
  RowKeys rowKeys() {
    return Files.exists(keyFile()) ? key().rowKeys() : RowKeys.NONE;
  }

  /** Where the heads are exported to. */
  Path exportFolder() {
    return folder.resolve("exports");
  }

  Exports exports() {
    return new Exports(exportFolder());
  }

  /** Replays it all and compares it with the exports. */
  Report verify() {
    try (Connection connection = asOwner();
        ExportedLines lines = ExportedLines.open(exportFolder())) {
      return new Verifier(connection, key().verifying(), lines).all();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Replays it all by the database alone. */
  Report verifyWithoutExports() {
    try (Connection connection = asOwner()) {
      return new Verifier(connection, key().verifying(), null).all();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Replays what came after the checkpoint, as the application does. */
  Report verifySince(long checkpoint) {
    try (Connection connection = asApp();
        ExportedLines lines = ExportedLines.open(exportFolder())) {
      return new Verifier(connection, key().verifying(), lines).since(checkpoint);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Does this to the rows as the owner, who first lifts all that protects them. */
  void tamper(String... statements) {
    List<String> all = new ArrayList<>();
    for (String table : List.of("entry", "checkpoint", "verification")) {
      all.add("alter table audit." + table + " disable trigger immutable");
    }
    all.add("alter table audit.entry drop constraint if exists entry_outcome");
    all.add("alter table audit.entry drop constraint if exists entry_error");
    all.add("alter table audit.entry drop constraint if exists entry_channel_check");
    all.addAll(List.of(statements));
    for (String table : List.of("entry", "checkpoint", "verification")) {
      all.add("alter table audit." + table + " enable always trigger immutable");
    }
    asOwner(all.toArray(String[]::new));
  }

  /** Does this as the owner. */
  void asOwner(String... statements) {
    sql(asOwner(), statements);
  }

  /** One value, as text. */
  String ask(String query) {
    try (Connection connection = asOwner();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    sql(admin(), "drop database " + name + " with (force)");
  }

  private static void sql(Connection connection, String... statements) {
    try (connection;
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String nextName() {
    return "trail_" + COUNT.incrementAndGet();
  }

  private static Path temporaryFolder() {
    try {
      Path folder = Files.createTempDirectory("heyi-trail");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Connection admin() {
    return connect(url("postgres"), owner().getUser(), owner().getPassword());
  }

  private static PGSimpleDataSource owner() {
    return (PGSimpleDataSource) TestDatabase.get().owner();
  }

  private static String url(String database) {
    return "jdbc:postgresql://localhost:" + owner().getPortNumbers()[0] + "/" + database;
  }

  private static Connection connect(String url, String user, String password) {
    try {
      return DriverManager.getConnection(url, user, password);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
