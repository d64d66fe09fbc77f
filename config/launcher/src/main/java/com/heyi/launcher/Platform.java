package com.heyi.launcher;

import com.heyi.audit.chain.SigningKey;
import com.heyi.launcher.PlatformOptions.Runner;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * The running platform: database, Keycloak and the application, as {@code ./heyi run} starts it.
 *
 * <pre>{@code
 * try (Platform platform = Platform.start(PlatformOptions.onFreePorts(home, data))) {
 *   String token = platform.tokens().ofUser("operator.wang");
 *   URI customers = platform.url().resolve("/api/v1/customers");
 * }
 * }</pre>
 */
public final class Platform implements AutoCloseable {

  private final PlatformOptions options;
  private final Progress progress;
  private final Deque<Running> running = new ArrayDeque<>();
  private final CompletableFuture<Ended> firstToEnd = new CompletableFuture<>();
  private Database database;
  private boolean closing;

  private record Running(String name, AutoCloseable service) {}

  /**
   * A service that ended by itself.
   *
   * @param name of the service
   * @param tail the last lines of its log
   */
  public record Ended(String name, List<String> tail) {}

  private Platform(PlatformOptions options, Progress progress) {
    this.options = options;
    this.progress = progress;
  }

  /**
   * Starts everything and waits until it answers, without a word.
   *
   * @throws LauncherException when something does not start; then nothing is left running
   */
  public static Platform start(PlatformOptions options) {
    Platform platform = create(options, Progress.SILENT);
    platform.open();
    return platform;
  }

  /** A platform that is not started yet, so that {@link #close()} can be called meanwhile. */
  static Platform create(PlatformOptions options, Progress progress) {
    return new Platform(options, progress);
  }

  /**
   * Starts everything and waits until it answers.
   *
   * @throws LauncherException when something does not start; then nothing is left running
   */
  void open() {
    try {
      startAll();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private void startAll() {
    DataFolder data = options.data();
    add("the data folder", () -> FolderLock.take(data.path()));
    Folders.requireSpace(data.path(), Files.isDirectory(data.postgres()) ? 200 : 1_500);
    endLeftovers();
    requireFreePorts();
    if (options.fresh()) {
      data.clear();
    }
    makeUploads();
    SigningKey.make(data.signingKey());
    GiftCardKey.make(data.giftCardKey());
    prepareSoftware();
    KeycloakStore store = startDatabase();
    Progress.Step keycloakStep = progress.begin("Keycloak");
    KeycloakProcess keycloak =
        add(
            "Keycloak",
            () ->
                KeycloakProcess.launch(
                    options.home(), data, store, options.bindAddress(), options.keycloakPort()));
    keycloak
        .onExit()
        .thenAccept(gone -> firstToEnd.complete(new Ended("Keycloak", keycloak.child().tail())));
    migrate();
    Optional<ApplicationServer> server = launchApplication();
    Optional<Progress.Step> serverStep = server.map(each -> progress.begin(each.name()));
    writeState();
    keycloak.awaitReady();
    keycloakStep.done(KeycloakProcess.base(options.keycloakPort()).toString());
    server.ifPresent(ApplicationServer::awaitReady);
    serverStep.ifPresent(step -> step.done(url().toString()));
  }

  /** Unpacks and checks the servers before any of them is started. */
  private void prepareSoftware() {
    DataFolder data = options.data();
    boolean first = !KeycloakProcess.isPrepared(options.home(), data);
    Optional<Progress.Step> step =
        first ? Optional.of(progress.begin("Unpacking the servers")) : Optional.empty();
    try {
      KeycloakProcess.prepare(options.home(), data);
      switch (options.runner()) {
        case MICRO -> PayaraMicroProcess.prepare(options.home(), data);
        case SERVER -> PayaraServerProcess.prepare(options.home(), data);
        case NONE -> {
          // a test brings its own
        }
      }
    } catch (IOException e) {
      throw new LauncherException("cannot unpack the servers: " + Problems.tell(e), e);
    }
    step.ifPresent(each -> each.done("once for each version"));
  }

  private void makeUploads() {
    try {
      Files.createDirectories(options.data().uploads());
    } catch (IOException e) {
      throw new LauncherException("cannot write to the data folder: " + Problems.tell(e), e);
    }
  }

  /** Ends what a killed launcher left behind; the lock of the folder says that it is nobody's. */
  private void endLeftovers() {
    Child.endLeftover(options.data().pidFile(ApplicationServer.ID));
    Child.endLeftover(options.data().pidFile(KeycloakProcess.ID));
    if (Files.isDirectory(options.data().postgres())) {
      PostgresProcess.endLeftover(options.data());
    }
  }

  private void requireFreePorts() {
    if (options.runner() != Runner.NONE) {
      Ports.requireFree("the application", options.httpPort(), "HEYI_HTTP_PORT");
    }
    Ports.requireFree("Keycloak", options.keycloakPort(), "HEYI_KEYCLOAK_PORT");
    if (options.outside().isEmpty()) {
      Ports.requireFree("PostgreSQL", options.databasePort(), "HEYI_DB_PORT");
    }
  }

  private KeycloakStore startDatabase() {
    if (options.outside().isPresent()) {
      database = options.outside().get();
      return outsideStore(database);
    }
    Progress.Step step = progress.begin("PostgreSQL");
    PostgresProcess postgres =
        add("PostgreSQL", () -> PostgresProcess.start(options.data(), options.databasePort()));
    postgres
        .onExit()
        .thenAccept(gone -> firstToEnd.complete(new Ended("PostgreSQL", postgres.tail())));
    database = postgres.database();
    step.done("localhost:" + options.databasePort());
    return postgres.keycloakStore();
  }

  /** In an outside database Keycloak gets a schema beside ours, owned by the migrating role. */
  private static KeycloakStore outsideStore(Database outside) {
    try (Connection connection = outside.asOwner();
        Statement statement = connection.createStatement()) {
      statement.execute("create schema if not exists keycloak");
      return new KeycloakStore(outside.url(), outside.owner(), "keycloak");
    } catch (SQLException e) {
      throw new LauncherException(
          "cannot use database "
              + outside.url()
              + " as "
              + outside.owner().user()
              + ": "
              + e.getMessage().lines().findFirst().orElse(""),
          e);
    }
  }

  private void migrate() {
    Progress.Step step = progress.begin("Database schema");
    Migration.Result result = new Migration(database).run();
    step.done(
        result.applied() == 0
            ? "up to date, " + result.modules() + " modules"
            : result.applied() + " migrations in " + result.modules() + " modules");
  }

  private Optional<ApplicationServer> launchApplication() {
    Supplier<ApplicationServer> launch =
        switch (options.runner()) {
          case MICRO ->
              () ->
                  PayaraMicroProcess.launch(
                      options.home(),
                      options.data(),
                      options.bindAddress(),
                      options.httpPort(),
                      configuration());
          case SERVER ->
              () ->
                  PayaraServerProcess.launch(
                      options.home(),
                      options.data(),
                      options.bindAddress(),
                      options.httpPort(),
                      configuration());
          case NONE -> null;
        };
    if (launch == null) {
      return Optional.empty();
    }
    ApplicationServer server = add("the application", launch);
    server
        .onExit()
        .thenAccept(gone -> firstToEnd.complete(new Ended(server.name(), server.tail())));
    return Optional.of(server);
  }

  private synchronized <T extends AutoCloseable> T add(String name, Supplier<T> start) {
    if (closing) {
      throw new LauncherException("stopped before " + name + " was started");
    }
    T service = start.get();
    running.push(new Running(name, service));
    return service;
  }

  private void writeState() {
    Properties state = new Properties();
    state.setProperty("url", url().toString());
    state.setProperty("issuer", issuer().toString());
    state.setProperty("db.url", database.url());
    try (Writer writer = Files.newBufferedWriter(options.data().state())) {
      state.store(writer, "The platform that runs on this data folder");
    } catch (IOException e) {
      throw new LauncherException("cannot write the state: " + Problems.tell(e), e);
    }
  }

  /** The address of the application, without a slash at its end. */
  public URI url() {
    return URI.create("http://localhost:" + options.httpPort());
  }

  /** The issuer of the tokens. */
  public URI issuer() {
    return KeycloakProcess.issuer(options.keycloakPort());
  }

  /** The database, with the logins of the migrating role and of the application. */
  public Database database() {
    return database;
  }

  /** Gets tokens for the users and clients of the demo realm. */
  public Tokens tokens() {
    return new Tokens(issuer(), Realm.read(options.home().realm()));
  }

  /** The users and clients of the demo realm. */
  public Realm realm() {
    return Realm.read(options.home().realm());
  }

  /** What it was started with. */
  public PlatformOptions options() {
    return options;
  }

  /** Completes when a service ends that was not told to. */
  public CompletableFuture<Ended> firstToEnd() {
    return firstToEnd;
  }

  /** The MicroProfile Config properties that the application gets. */
  public Map<String, String> configuration() {
    Realm realm = Realm.read(options.home().realm());
    Map<String, String> all = new TreeMap<>();
    all.put("heyi.mode", "demo");
    all.put("heyi.zone", "Asia/Shanghai");
    all.put("heyi.public-url", url().toString());
    all.put("heyi.learning.survey-url", url().resolve("/survey").toString());
    all.put("heyi.invoices.seller.name", "合一银行股份有限公司（演示）");
    all.put("heyi.invoices.seller.tax-number", "91110000MA0HEY1B2R");
    all.put("heyi.db.url", database.url());
    all.put("heyi.db.user", database.app().user());
    all.put("heyi.db.password", database.app().password());
    all.put("heyi.oidc.issuer", issuer().toString());
    all.put("heyi.oidc.client-id", "heyi-web");
    all.put("heyi.oidc.client-secret", realm.secret("heyi-web"));
    all.put("heyi.admin-api.client-id", "heyi-admin");
    all.put("heyi.admin-api.client-secret", realm.secret("heyi-admin"));
    all.put("heyi.upload.dir", options.data().uploads().toString());
    all.put("heyi.audit.signing-key", options.data().signingKey().toString());
    all.put("heyi.audit.export.dir", auditHeads().toString());
    all.put("heyi.giftcards.code-key", options.data().giftCardKey().toString());
    if (options.demoData()) {
      all.put("heyi.demo.data", options.home().demoData().toString());
    }
    all.putAll(options.extra());
    return Collections.unmodifiableMap(all);
  }

  /** Where the application exports the heads of the audit trail to. */
  public Path auditHeads() {
    return options
        .outside()
        .map(outside -> options.data().auditHeadsOf(outside.url()))
        .orElse(options.data().auditHeads());
  }

  /** Stops all that was started, the last first. A second call does nothing. */
  @Override
  public void close() {
    synchronized (this) {
      closing = true;
    }
    RuntimeException failed = null;
    while (true) {
      Running next;
      synchronized (this) {
        next = running.poll();
      }
      if (next == null) {
        break;
      }
      try {
        boolean slow = !(next.service() instanceof FolderLock);
        Progress.Step step = slow ? progress.begin("Stopping " + next.name()) : null;
        next.service().close();
        if (step != null) {
          step.done("");
        }
      } catch (RuntimeException e) {
        failed = e;
      } catch (Exception e) {
        failed = new LauncherException("cannot stop " + next.name() + ": " + e.getMessage(), e);
      }
    }
    if (failed != null) {
      throw failed;
    }
  }
}
