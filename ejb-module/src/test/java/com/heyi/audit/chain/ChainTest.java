package com.heyi.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;

/** How the chain is kept where nobody tampers with it. */
class ChainTest {

  @Test
  void rowsFromBeforeTheChainAreChainedByTheMigration() {
    try (TrailUnderTest trail = TrailUnderTest.before("2")) {
      trail.asOwner(
          "insert into audit.entry select gen_random_uuid(), now() - n * interval '1 minute',"
              + " 'operator.' || n, 'operator', null, null, 'REST', 'r' || n, 'mall',"
              + " 'points.grant', null, case when n % 2 = 0 then '补发' end, true, 'DONE', null from"
              + " generate_series(1, 40) n");
      trail.migrate(MigrationVersion.LATEST);
      SigningKey.make(trail.keyFile());
      trail.write(40);
      trail.checkpoint(1);

      Report report = trail.verifyWithoutExports();

      assertThat(report.findings()).isEmpty();
      assertThat(report.entries()).as("two are the keeping of the trail itself").isEqualTo(82);
      assertThat(trail.ask("select count(*) from audit.entry where lane = 0 and seq <= 40"))
          .isEqualTo("40");
    }
  }

  @Test
  void theDatabaseReckonsTheSameHashes() {
    try (TrailUnderTest trail = TrailUnderTest.sound()) {
      assertThat(
              trail.ask(
                  "select count(*) from (select e.hash, audit.entry_hash(coalesce(lag(e.hash) over"
                      + " (partition by e.lane order by e.seq), repeat('0', 64)), e) again from"
                      + " audit.entry e) x where hash = again"))
          .isEqualTo("" + TrailUnderTest.ROWS);
    }
  }

  @Test
  void changesAreWrittenAsTheDatabaseGivesThemBack() throws SQLException {
    String odd = IntStreams.allOf(0, 0x250) + "\uD83D\uDE00 \u2028\uFFFF 积分 \uD83D \uDE00";
    String text =
        ChangesText.of(
            List.of(
                new ChangesText.Line("thing", "1", "field", null, odd),
                new ChangesText.Line(odd, odd, odd, odd, null)));
    try (TrailUnderTest trail = TrailUnderTest.empty();
        Connection connection = trail.asApp();
        var statement = connection.prepareStatement("select cast(? as jsonb)::text")) {
      statement.setString(1, text);
      try (var result = statement.executeQuery()) {
        result.next();
        assertThat(result.getString(1)).isEqualTo(text);
      }
    }
  }

  @Test
  void anOlderSnapshotIsRefused() throws SQLException {
    try (TrailUnderTest trail = TrailUnderTest.empty();
        Connection connection = trail.asApp()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      assertThatThrownBy(() -> ChainWriter.takeLane(connection, ChainWriter.LANES))
          .hasMessageContaining("read committed");
    }
  }

  @Test
  void aWriterWhoFindsNoLaneFreeWaitsAndThenSeesTheEnd() throws Exception {
    try (TrailUnderTest trail = TrailUnderTest.empty();
        Connection first = trail.asApp();
        Connection second = trail.asApp()) {
      first.setAutoCommit(false);
      second.setAutoCommit(false);
      Link end =
          ChainWriter.append(
              first,
              ChainWriter.takeLane(first, 1),
              List.of(TrailUnderTest.row(1)),
              trail.rowKeys());
      Thread committing =
          new Thread(
              () -> {
                try {
                  Thread.sleep(300);
                  first.commit();
                } catch (InterruptedException | SQLException e) {
                  throw new IllegalStateException(e);
                }
              });
      committing.start();

      assertThat(ChainWriter.takeLane(second, 1)).isEqualTo(end);
      committing.join();
    }
  }

  @Test
  void aTransactionBetweenOthersTakesAnotherLane() throws SQLException {
    try (TrailUnderTest trail = TrailUnderTest.empty();
        Connection first = trail.asApp();
        Connection second = trail.asApp()) {
      first.setAutoCommit(false);
      second.setAutoCommit(false);
      for (int i = 0; i < 20; i++) {
        int lane = ChainWriter.takeLane(first, 2).lane();
        assertThat(ChainWriter.takeLane(second, 2).lane()).isEqualTo(1 - lane);
        first.rollback();
        second.rollback();
      }
    }
  }

  @Test
  void nothingNewMeansNoCheckpoint() {
    try (TrailUnderTest trail = TrailUnderTest.sound()) {
      trail.checkpoint(4);
      assertThat(trail.ask("select max(number) from audit.checkpoint")).isEqualTo("3");
    }
  }

  @Test
  void oneNodeAtATimeWritesACheckpoint() throws SQLException {
    try (TrailUnderTest trail = TrailUnderTest.sound();
        Connection one = trail.asApp();
        Connection other = trail.asApp()) {
      trail.write(1);
      one.setAutoCommit(false);
      other.setAutoCommit(false);
      Instant now = Instant.parse("2026-11-30T00:00:00Z");
      assertThat(Checkpoints.write(one, now, trail.key(), List.of())).isPresent();
      assertThat(Checkpoints.write(other, now, trail.key(), List.of())).isEmpty();
      one.commit();
      assertThat(Checkpoints.write(other, now, trail.key(), List.of())).isEmpty();
    }
  }

  @Test
  void exportsThatWereMissedAreMadeUpFor() throws Exception {
    try (TrailUnderTest trail = TrailUnderTest.sound()) {
      Path aside = trail.exportFolder().resolveSibling("aside");
      Files.move(trail.exportFolder(), aside);
      Files.createFile(trail.exportFolder());
      trail.write(1);
      assertThatThrownBy(() -> trail.checkpoint(4)).isInstanceOf(ProofException.class);
      assertThat(trail.ask("select max(number) from audit.checkpoint")).isEqualTo("4");
      Files.delete(trail.exportFolder());
      Files.move(aside, trail.exportFolder());
      trail.checkpoint(5);

      Report report = trail.verify();
      assertThat(report.findings()).isEmpty();
      assertThat(report.exported()).isEqualTo(4);
    }
  }

  @Test
  void aLineTornByAPowerCutIsNoTampering() throws IOException {
    try (TrailUnderTest trail = TrailUnderTest.sound()) {
      trail.write(1);
      trail.checkpoint(3);
      Path file = Exports.files(trail.exportFolder()).get(2);
      List<String> lines = Files.readAllLines(file);
      assertThat(lines).hasSize(2);
      Files.writeString(file, lines.get(0) + "\n" + lines.get(1).substring(0, 90));
      assertThat(trail.verify().findings()).isEmpty();

      trail.checkpoint(3);

      assertThat(Files.readAllLines(file)).hasSize(3);
      assertThat(trail.verify().findings()).isEmpty();
      assertThat(trail.verify().exported()).isEqualTo(4);
    }
  }

  @Test
  void whatIsExportedAfterTheLinesWereOpenedIsNotAskedOfThem() throws SQLException {
    try (TrailUnderTest trail = TrailUnderTest.sound();
        ExportedLines lines = ExportedLines.open(trail.exportFolder())) {
      trail.write(1);
      trail.checkpoint(3);
      try (Connection connection = trail.asOwner()) {
        Report report = new Verifier(connection, trail.key().verifying(), lines).all();
        assertThat(report.findings()).isEmpty();
        assertThat(report.exported()).isEqualTo(3);
        assertThat(report.last()).isEqualTo(4);
      }
    }
  }

  @Test
  void aRetiredKeyStillVouchesForWhatItSigned() throws IOException {
    try (TrailUnderTest trail = TrailUnderTest.sound()) {
      Path file = trail.keyFile();
      String old = Files.readString(file);
      String retired =
          trail.key().publicPem() + old.substring(old.indexOf("-----BEGIN HEYI ROW KEY"));
      Files.delete(file);
      SigningKey.make(file);
      trail.write(1);
      trail.checkpoint(4);
      assertThat(trail.verify().sound()).as("the old key is not known").isFalse();

      Files.writeString(file, retired, StandardOpenOption.APPEND);

      assertThat(trail.verify().findings()).isEmpty();
      assertThat(VerifyingKeys.read(trail.exportFolder()).ids()).hasSize(2);
    }
  }

  @Test
  void theSigningKeyIsItsOwnersAlone() throws IOException {
    try (TrailUnderTest trail = TrailUnderTest.empty()) {
      SigningKey.make(trail.keyFile());
      byte[] made = Files.readAllBytes(trail.keyFile());
      SigningKey.make(trail.keyFile());

      assertThat(Files.readAllBytes(trail.keyFile())).isEqualTo(made);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(trail.keyFile())))
          .isEqualTo("rw-------");
      assertThat(new String(made, StandardCharsets.US_ASCII)).contains("PRIVATE KEY");
    }
  }

  @Test
  void theApplicationMayNeitherLiftTheProtectionNorWriteOver() throws SQLException {
    try (TrailUnderTest trail = TrailUnderTest.sound();
        Connection connection = trail.asApp();
        Statement statement = connection.createStatement()) {
      for (String refused :
          List.of(
              "update audit.entry set who = 'x'",
              "delete from audit.checkpoint",
              "truncate audit.verification",
              "alter table audit.entry disable trigger immutable",
              "drop trigger immutable on audit.checkpoint")) {
        assertThatThrownBy(() -> statement.execute(refused))
            .as(refused)
            .extracting(e -> ((SQLException) e).getSQLState())
            .isEqualTo("42501");
      }
    }
  }

  /** Characters one after the other. */
  private static final class IntStreams {
    static String allOf(int from, int to) {
      StringBuilder text = new StringBuilder();
      for (int c = from; c < to; c++) {
        text.append((char) c);
      }
      return text.toString();
    }
  }
}
