package com.heyi.launcher;

import com.heyi.audit.chain.Finding;
import com.heyi.audit.chain.ProofException;
import com.heyi.audit.chain.Replay;
import com.heyi.audit.chain.Report;
import com.heyi.audit.chain.SigningKey;
import com.heyi.audit.chain.Verification;
import com.heyi.audit.chain.VerifyingKeys;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Replays the audit trail, whether the platform runs or not. Ends with 0 when it is sound, with 1
 * when it is broken or cannot be read.
 */
@Command(name = "verify-audit")
final class VerifyAuditCommand implements Callable<Integer> {

  @Option(names = "--db", paramLabel = "URL")
  private String db;

  @Option(names = "--heads", paramLabel = "FILE_OR_FOLDER")
  private Path heads;

  @Option(names = "--key", paramLabel = "FILE")
  private Path key;

  @Option(names = "--first", paramLabel = "CHECKPOINT")
  private long first = 1;

  @Spec private CommandSpec spec;

  private final Settings settings;
  private final Console console;

  VerifyAuditCommand(Settings settings, Console console) {
    this.settings = settings;
    this.console = console;
  }

  @Override
  public Integer call() {
    requireExists("--heads", heads);
    requireExists("--key", key);
    DataFolder data = settings.data(Home.find());
    try {
      if (db != null) {
        return verify(settings.outsideToRead(db), data, data.auditHeadsOf(db));
      }
      if (FolderLock.isTaken(data.path())) {
        return verify(running(data), data, data.auditHeads());
      }
      if (!Files.isDirectory(data.postgres())) {
        throw new LauncherException(
            "there is no database in " + data.path() + " yet: --db URL names another one");
      }
      try (FolderLock lock = FolderLock.take(data.path())) {
        PostgresProcess.endLeftover(data);
        Ports.requireFree("PostgreSQL", settings.databasePort(), "HEYI_DB_PORT");
        try (PostgresProcess postgres = PostgresProcess.start(data, settings.databasePort())) {
          return verify(postgres.database(), data, data.auditHeads());
        }
      }
    } catch (ProofException e) {
      throw new LauncherException(e.getMessage(), e);
    }
  }

  private void requireExists(String option, Path path) {
    if (path != null && !Files.exists(path)) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), option + ": there is no " + path);
    }
  }

  /** The database of the platform that runs on the data folder. */
  private static Database running(DataFolder data) {
    Properties state = new Properties();
    try (Reader reader = Files.newBufferedReader(data.state())) {
      state.load(reader);
    } catch (IOException e) {
      throw new LauncherException(
          "the platform on " + data.path() + " is still starting: try again in a minute", e);
    }
    return PostgresProcess.database(data, state.getProperty("db.url"));
  }

  private int verify(Database database, DataFolder data, Path ownHeads) {
    Path exports = heads != null ? heads : ownHeads;
    VerifyingKeys keys = keys(data, exports);
    console.line("Replaying the audit trail of " + database.url());
    console.line("  signed by " + String.join(", ", keys.ids()) + ", exported to " + exports);
    Instant begin = Instant.now();
    try (Connection connection = database.asOwner()) {
      Report report = Replay.all(connection, keys, exports, first);
      Instant end = Instant.now();
      tell(report, Duration.between(begin, end));
      remember(connection, keys, begin, end, report);
      return report.sound() ? 0 : Main.FAILED;
    } catch (SQLException e) {
      throw new LauncherException(
          "cannot read the audit trail of "
              + database.url()
              + ": "
              + e.getMessage().lines().findFirst().orElse(""),
          e);
    }
  }

  /** Named ones first, then our own; those beside the heads only when there are no others. */
  private VerifyingKeys keys(DataFolder data, Path exports) {
    if (key != null) {
      return VerifyingKeys.read(key);
    }
    if (heads == null && Files.exists(data.signingKey())) {
      return SigningKey.read(data.signingKey()).verifying();
    }
    Path folder = Files.isDirectory(exports) ? exports : exports.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "there are no exported heads in " + folder + ": --heads names them");
    }
    VerifyingKeys keys = VerifyingKeys.read(folder);
    console.line(
        "The public keys are those beside the heads: compare their ids with your own note.");
    return keys;
  }

  private void tell(Report report, Duration took) {
    String last =
        report.last() == null ? "none" : report.last() + " of " + report.lastAt() + " (UTC)";
    console.line(
        String.format(
            Locale.ROOT, "  Rows         %,d in %d lanes", report.entries(), report.lanes()));
    console.line(
        String.format(
            Locale.ROOT,
            "  Checkpoints  %,d, %,d compared with exported heads",
            report.checkpoints(),
            report.exported()));
    console.line(
        String.format(Locale.ROOT, "  Versions     %,d of records compared", report.versions()));
    console.line("  Sound up to  checkpoint " + last);
    console.line(String.format(Locale.ROOT, "  Took         %.1f s", took.toMillis() / 1000.0));
    if (!report.keyed()) {
      console.line(
          "  NOT CHECKED  whether rows were added by somebody else: --key names a file with the row"
              + " keys");
    }
    if (report.sound()) {
      console.line("The trail is sound.");
      return;
    }
    List<Finding> findings = report.findings();
    console.line("THE TRAIL IS BROKEN");
    console.line("  first: " + findings.get(0).line());
    findings.stream().skip(1).forEach(finding -> console.line("  also:  " + finding.line()));
  }

  /** For the audit page; who may only read can verify all the same. */
  private void remember(
      Connection connection, VerifyingKeys keys, Instant begin, Instant end, Report report)
      throws SQLException {
    if (keys.rowKeys().isEmpty()) {
      console.line("  (not remembered in the database: without the row key it would not count)");
      return;
    }
    String who = "verify-audit:" + System.getProperty("user.name");
    try {
      Verification.of(UUID.randomUUID(), begin, end, who, Verification.Kind.FULL, report)
          .insert(connection, keys.rowKeys());
    } catch (SQLException e) {
      if (!"42501".equals(e.getSQLState())) {
        throw e;
      }
      console.line("  (not remembered in the database: this role may only read)");
    }
  }
}
