package com.heyi.launcher;

import com.heyi.audit.chain.Replay;
import com.heyi.audit.chain.Report;
import com.heyi.audit.chain.SigningKey;
import com.heyi.launcher.AuditBench.Figures;
import com.heyi.launcher.AuditBench.Trail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures on a PostgreSQL of its own, which is deleted afterwards. */
@Command(name = "bench")
final class BenchCommand implements Callable<Integer> {
  private static final int ROUNDS = 3;

  /** Calls are quick, so that there can be more of them. */
  private static final int ROUNDS_OF_LISTS = 20;

  @Parameters(paramLabel = "WHAT")
  private String what;

  @Option(names = "--threads", paramLabel = "N")
  private int threads = 16;

  @Option(names = "--seconds", paramLabel = "N")
  private int seconds = 10;

  @Option(names = "--rounds", paramLabel = "N")
  private Integer rounds;

  @Option(names = "--entries", paramLabel = "N", split = ",")
  private List<Long> entries = List.of(10_000L, 1_000_000L);

  @Option(names = "--complaints", paramLabel = "N")
  private long complaints = 500_000;

  @Option(names = "--no-triage")
  private boolean noTriage;

  @Option(names = "--out", paramLabel = "FILE")
  private Path out;

  @Spec private CommandSpec spec;

  private final Settings settings;
  private final Console console;
  private final List<String> lines = new ArrayList<>();

  BenchCommand(Settings settings, Console console) {
    this.settings = settings;
    this.console = console;
  }

  @Override
  public Integer call() throws SQLException, IOException {
    if (!List.of("audit", "mall", "crash", "complaints").contains(what)) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "bench knows audit, mall, crash and complaints, not " + what);
    }
    if (threads < 1 || threads > 100 || seconds < 1 || rounds(1) < 1) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "bench takes 1 to 100 threads, and at least one second and round");
    }
    Home home = Home.find();
    DataFolder usual = settings.data(home);
    DataFolder own = new DataFolder(usual.path().resolve("bench"), usual.software());
    Files.createDirectories(own.path());
    if ("mall".equals(what)) {
      mall(home, own);
    } else if ("complaints".equals(what)) {
      complaints(home, own);
    } else if ("crash".equals(what)) {
      crash(home, own);
    } else {
      audit(own);
    }
    if (out != null) {
      Files.write(out, lines);
    }
    return 0;
  }

  /** The whole platform, without a limit on the calls of one client. */
  private void mall(Home home, DataFolder own) throws SQLException, IOException {
    try (Platform platform = Platform.start(withoutLimits(home, own));
        MallBench bench = new MallBench(platform, threads, seconds, rounds(ROUNDS), this::tell)) {
      bench.measure(entries);
    } finally {
      own.clear();
    }
  }

  private void complaints(Home home, DataFolder own) throws SQLException, IOException {
    try (Platform platform = Platform.start(withoutLimits(home, own));
        ComplaintsBench bench =
            new ComplaintsBench(platform, rounds(ROUNDS_OF_LISTS), this::tell)) {
      bench.measure(complaints, !noTriage);
    } finally {
      own.clear();
    }
  }

  private void crash(Home home, DataFolder own) throws SQLException {
    try (Platform platform =
            Platform.start(withoutLimits(home, own).with(PlatformOptions.Runner.NONE));
        CrashCheck check =
            new CrashCheck(platform, threads, Duration.ofSeconds(seconds), this::tell)) {
      check.check();
    } finally {
      own.clear();
    }
  }

  private static PlatformOptions withoutLimits(Home home, DataFolder own) {
    OwnClasses.load();
    return PlatformOptions.onFreePorts(home, own)
        .withExtra(Map.of("heyi.limit.reads", "0", "heyi.limit.changes", "0"));
  }

  private void audit(DataFolder own) throws SQLException, IOException {
    try (FolderLock lock = FolderLock.take(own.path())) {
      own.clear();
      try (PostgresProcess postgres = PostgresProcess.start(own, Ports.free())) {
        new Migration(postgres.database()).run();
        SigningKey.make(own.signingKey());
        measure(postgres.database(), SigningKey.read(own.signingKey()));
      } finally {
        own.clear();
      }
    }
  }

  private void measure(Database database, SigningKey key) throws SQLException {
    AuditBench bench =
        new AuditBench(database, threads, Duration.ofSeconds(seconds), key.rowKeys());
    bench.prepare();
    tell(
        String.format(
            Locale.ROOT,
            "%d threads, the median of %d rounds of %d s",
            threads,
            rounds(ROUNDS),
            seconds));
    for (boolean redemption : new boolean[] {false, true}) {
      tell("");
      tell(
          "| "
              + (redemption ? "a redemption with its row" : "a row of the trail alone")
              + " | transactions/s | median, ms | 99 %, ms |");
      tell("|---|---|---|---|");
      List<Trail> trails =
          redemption
              ? List.of(Trail.values())
              : List.of(Trail.BARE, Trail.PLAIN, Trail.LANES, Trail.ONE_LANE);
      Map<Trail, List<Figures>> figures = new TreeMap<>();
      // Round by round, so that what else happens on the machine meets all alike.
      for (int round = 0; round < rounds(ROUNDS); round++) {
        for (Trail trail : trails) {
          figures
              .computeIfAbsent(trail, any -> new ArrayList<>())
              .add(bench.run(redemption, trail));
        }
      }
      figures.forEach((trail, all) -> tell(line(trail, all)));
    }
    tell("");
    replay(database, key);
  }

  private void replay(Database database, SigningKey key) throws SQLException {
    long begin = System.nanoTime();
    try (Connection connection = database.asOwner()) {
      Report report = Replay.all(connection, key.verifying(), null);
      long millis = (System.nanoTime() - begin) / 1_000_000;
      if (!report.sound()) {
        throw new LauncherException("the chain is broken: " + report.findings().get(0).line());
      }
      tell(
          String.format(
              Locale.ROOT,
              "Replaying the %,d chained rows: %.1f s, %,d rows/s, sound",
              report.entries(),
              millis / 1000.0,
              report.entries() * 1000 / Math.max(1, millis)));
    }
  }

  private static String line(Trail trail, List<Figures> all) {
    List<Figures> sorted =
        all.stream().sorted(Comparator.comparingLong(Figures::perSecond)).toList();
    Figures median = sorted.get(sorted.size() / 2);
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %.2f | %.2f |",
        trail.label(),
        median.perSecond(),
        median.median() / 1000.0,
        median.slow() / 1000.0);
  }

  private int rounds(int otherwise) {
    return rounds == null ? otherwise : rounds;
  }

  private void tell(String line) {
    console.line(line);
    lines.add(line);
  }
}
