package com.heyi.testing;

import com.heyi.launcher.DataFolder;
import com.heyi.launcher.Database;
import com.heyi.launcher.Home;
import com.heyi.launcher.PayaraMicroProcess;
import com.heyi.launcher.Platform;
import com.heyi.launcher.PlatformOptions;
import com.heyi.launcher.PlatformOptions.Runner;
import com.heyi.launcher.Realm;
import com.heyi.launcher.Tokens;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The one real platform of the suite: PostgreSQL, Keycloak and Payara Micro with the WAR that was
 * just built, on free ports. Started by the first test that asks for it, stopped when the process
 * of the tests ends; so every test makes its own data and none leans on the order.
 *
 * <p>While writing tests, {@code -Dheyi.test.on=.heyi} points them at the data folder of a {@code
 * ./heyi run} that runs already.
 */
public final class RunningHeyi {
  private static final String ON = "heyi.test.on";
  private static final int TAIL_LINES = 60;

  /** An account with budgets of a few calls, for the test that uses them up. */
  public static final String FEW_CALLS = "few.calls";

  /**
   * Besides, what is replayed each hour is replayed each minute, so that a test sees it happen, and
   * one threshold of the auditor's is not what it is unless set.
   */
  private static final Map<String, String> SMALL_BUDGETS =
      Map.of(
          "heyi.audit.replay.minute",
          "*",
          "heyi.audit.reads.looked-at-days",
          "31",
          "heyi.trusted-proxies",
          "127.0.0.1",
          "heyi.limit.reads." + FEW_CALLS,
          "12",
          "heyi.limit.changes." + FEW_CALLS,
          "12",
          "heyi.limit.uploads." + FEW_CALLS,
          "3",
          "heyi.limit.signed-out.203.0.113.50",
          "9",
          "heyi.limit.open.203.0.113.51",
          "9",
          "heyi.limit.health.203.0.113.51",
          "9");

  private static RunningHeyi running;

  private final Home home = Home.find();
  private final DataFolder data;
  private final URI url;
  private final URI issuer;
  private final Database database;
  private final Platform platform;
  private PayaraMicroProcess server;

  /** Starts all. */
  private RunningHeyi() {
    Path folder = Path.of("target", "platform").toAbsolutePath();
    data = new DataFolder(folder, home.data().resolve("software"));
    // The suite starts the application itself, so that a test may kill it and start it again.
    platform =
        Platform.start(
            PlatformOptions.onFreePorts(home, data).with(Runner.NONE).withExtra(SMALL_BUDGETS));
    url = platform.url();
    issuer = platform.issuer();
    database = platform.database();
    // Not when the last test has run: one that failed may be run once more. A run that is broken
    // off must leave no process either.
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop the platform"));
    try {
      startServer();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Uses what runs already. */
  private RunningHeyi(Path folder) {
    data = new DataFolder(folder);
    platform = null;
    Properties state = properties(folder.resolve("run").resolve("platform.properties"));
    url = URI.create(state.getProperty("url"));
    issuer = URI.create(state.getProperty("issuer"));
    database =
        new Database(
            state.getProperty("db.url"), login(Database.OWNER_ROLE), login(Database.APP_ROLE));
  }

  /** The platform, which the first call starts. */
  public static synchronized RunningHeyi get() {
    if (running == null) {
      String on = System.getProperty(ON);
      running = on == null ? new RunningHeyi() : new RunningHeyi(Path.of(on).toAbsolutePath());
    }
    return running;
  }

  /** The platform if any test has asked for it. */
  static synchronized Optional<RunningHeyi> ifStarted() {
    return Optional.ofNullable(running);
  }

  /** Address of the application, without a slash at its end. */
  public URI url() {
    return url;
  }

  /** The address of a path that begins with a slash. */
  public URI at(String path) {
    return URI.create(url + path);
  }

  /** The folder of uploaded files. */
  public Path uploads() {
    return data.uploads();
  }

  /** The issuer of the tokens. */
  public URI issuer() {
    return issuer;
  }

  /** The database of the application. */
  public Database database() {
    return database;
  }

  /** The role that may make databases. */
  public Database.Login superuser() {
    return login("postgres");
  }

  /** Gets tokens for the users and clients of the demo realm. */
  public Tokens tokens() {
    return new Tokens(issuer, realm());
  }

  /** The users and clients of the demo realm. */
  public Realm realm() {
    return Realm.read(home.realm());
  }

  public Home home() {
    return home;
  }

  /** Where the application exports the heads of the audit trail to. */
  public Path auditHeads() {
    return data.auditHeads();
  }

  /** The settings that the application runs with; others may start one more with them. */
  public Map<String, String> configuration() {
    return own().configuration();
  }

  /** Starts the application and waits until it is ready. */
  public void startServer() {
    PlatformOptions options = own().options();
    server =
        PayaraMicroProcess.launch(
            home, data, options.bindAddress(), options.httpPort(), own().configuration());
    server.awaitReady();
  }

  /** Ends the application as a power cut would: it gets no chance to tidy up. */
  public void killServer() {
    try {
      Path pidFile = data.path().resolve("run").resolve("payara.pid");
      long pid = Long.parseLong(Files.readString(pidFile).strip().split(" ")[0]);
      ProcessHandle.of(pid).orElseThrow().destroyForcibly();
      server.onExit().get(30, TimeUnit.SECONDS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the server could not be killed", e);
    }
  }

  /** Whether the platform belongs to this suite, so that its server may be killed. */
  public boolean isOwn() {
    return platform != null;
  }

  /** Where the servers write their logs. */
  public List<Path> logFolders() {
    return Stream.of(data.path().resolve("logs"), data.path().resolve("payara"))
        .filter(Files::isDirectory)
        .toList();
  }

  /** The last lines of the application's log. */
  List<String> logTail() {
    try {
      List<String> lines = Files.readAllLines(data.log("payara"), StandardCharsets.UTF_8);
      return lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized void close() {
    try {
      if (server != null) {
        server.close();
      }
    } finally {
      if (platform != null) {
        platform.close();
      }
    }
  }

  private Platform own() {
    if (platform == null) {
      throw new IllegalStateException("not with -D" + ON + ": the platform belongs to others");
    }
    return platform;
  }

  private Database.Login login(String role) {
    Properties secrets = properties(data.path().resolve("secrets.properties"));
    return new Database.Login(role, secrets.getProperty(role));
  }

  private static Properties properties(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
