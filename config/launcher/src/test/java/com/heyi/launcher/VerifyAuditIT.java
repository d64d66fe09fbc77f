package com.heyi.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.audit.chain.ChainWriter;
import com.heyi.audit.chain.Checkpoints;
import com.heyi.audit.chain.Exports;
import com.heyi.audit.chain.SigningKey;
import com.heyi.audit.chain.TrailRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./heyi verify-audit} on a database of its own, as a person or a script sees it. */
class VerifyAuditIT {
  private static final int ROWS = 50;

  @TempDir private Path folder;
  private DataFolder data;
  private int port;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @BeforeEach
  void makeTrail() throws SQLException, IOException {
    port = Ports.free();
    data = new DataFolder(folder);
    // The command makes its folder from HEYI_DATA_DIR; the unpacked server is that of ./heyi run.
    Path shared = Home.find().data().resolve("software");
    Files.createDirectories(shared);
    Files.createSymbolicLink(data.software(), shared.toAbsolutePath());
    SigningKey.make(data.signingKey());
    SigningKey key = SigningKey.read(data.signingKey());
    try (PostgresProcess postgres = PostgresProcess.start(data, port)) {
      new Migration(postgres.database()).run();
      try (Connection connection = postgres.database().asApp()) {
        connection.setAutoCommit(false);
        for (int i = 0; i < ROWS; i++) {
          ChainWriter.append(
              connection,
              ChainWriter.takeLane(connection, ChainWriter.LANES),
              List.of(row()),
              key.rowKeys());
          connection.commit();
        }
        Checkpoints.write(connection, Instant.now(), key, List.of());
        connection.commit();
        new Exports(data.auditHeads()).update(connection, key);
        connection.commit();
      }
    }
  }

  @Test
  void aSoundTrailEndsWith0AndIsToldAndRemembered() throws SQLException {
    assertThat(run()).isZero();
    assertThat(said()).contains((ROWS + 2) + " in ", "1 compared with exported heads", "is sound");

    assertThat(run("--heads", data.auditHeads().toString())).isZero();
    assertThat(said()).contains("public keys are those beside the heads", "NOT CHECKED");
  }

  @Test
  void anAppendedRowEndsWith1AndIsNamed() throws SQLException {
    UUID id = UUID.randomUUID();
    try (PostgresProcess postgres = PostgresProcess.start(data, port);
        Connection connection = postgres.database().asOwner();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create temp table forged as select * from audit.entry order by lane, seq desc limit 1");
      statement.execute("update forged set seq = seq + 1, mac = null, id = '" + id + "'");
      statement.execute(
          "update forged f set hash = audit.entry_hash((select hash from audit.entry e where e.lane"
              + " = f.lane and e.seq = f.seq - 1), row(f.*)::audit.entry)");
      statement.execute("insert into audit.entry select * from forged");
    }

    assertThat(run()).isEqualTo(1);
    assertThat(said()).contains("first: forged: lane ", id.toString());
  }

  @Test
  void aTamperedTrailEndsWith1AndNamesTheRow() throws SQLException {
    UUID id;
    try (PostgresProcess postgres = PostgresProcess.start(data, port);
        Connection connection = postgres.database().asOwner();
        Statement statement = connection.createStatement()) {
      var result = statement.executeQuery("select id from audit.entry order by id limit 1");
      result.next();
      id = result.getObject(1, UUID.class);
      statement.execute("alter table audit.entry disable trigger immutable");
      statement.execute("update audit.entry set who = 'somebody' where id = '" + id + "'");
    }

    assertThat(run()).isEqualTo(1);
    assertThat(said())
        .contains("BROKEN", "first: changed: lane ", id.toString())
        .contains("trigger immutable on audit.entry is disabled");
  }

  @Test
  void aCutTailEndsWith1() throws SQLException {
    try (PostgresProcess postgres = PostgresProcess.start(data, port);
        Connection connection = postgres.database().asOwner();
        Statement statement = connection.createStatement()) {
      statement.execute("alter table audit.entry disable trigger immutable");
      statement.execute("alter table audit.checkpoint disable trigger immutable");
      statement.execute("delete from audit.checkpoint");
      statement.execute(
          "delete from audit.entry e where seq = (select max(seq) from audit.entry o where o.lane ="
              + " e.lane)");
      statement.execute("alter table audit.entry enable always trigger immutable");
      statement.execute("alter table audit.checkpoint enable always trigger immutable");
    }

    assertThat(run()).isEqualTo(1);
    assertThat(said()).contains("first: tail cut: lane ");
  }

  @Test
  void wrongWordsEndWith2() {
    assertThat(run("--heads", folder.resolve("nowhere").toString())).isEqualTo(2);
    assertThat(run("--wat")).isEqualTo(2);
  }

  private int run(String... words) {
    said.reset();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    String[] all = new String[words.length + 1];
    all[0] = "verify-audit";
    System.arraycopy(words, 0, all, 1, words.length);
    return Main.commands(
            Map.of("HEYI_DATA_DIR", folder.toString(), "HEYI_DB_PORT", Integer.toString(port)),
            new Console(out, false),
            out)
        .execute(all);
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private static TrailRow row() {
    return new TrailRow(
        UUID.randomUUID(),
        Instant.now(),
        "operator.wang",
        "operator",
        null,
        "127.0.0.1",
        "REST",
        UUID.randomUUID().toString(),
        "mall",
        "points.grant",
        null,
        "补发",
        true,
        "DONE",
        null,
        null,
        null,
        null);
  }
}
