package com.heyi.launcher;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;

/**
 * Brings a database to the state that the application expects: for each folder {@code db/<module>}
 * on the class path the schema of that name, with a Flyway history of its own.
 *
 * <p>It runs as the role that owns the schemas. The role of the application gets nothing but what
 * the migrations grant to the placeholder {@code ${app_role}}.
 */
public final class Migration {

  /** Modules that others may lean on come first; the rest follows by name. */
  private static final List<String> FIRST =
      List.of(
          "shared",
          "audit",
          "accounts",
          "messages",
          "deposits",
          "family",
          "giftcards",
          "mall",
          "complaints",
          "learning",
          "promotions",
          "invoices",
          "relationship",
          "winddown",
          "imports",
          "access");

  private static final String ROOT = "db";

  private final Database database;
  private final ClassLoader loader;

  /**
   * @param database what to migrate, as its owner
   */
  public Migration(Database database) {
    this(database, Migration.class.getClassLoader());
  }

  /**
   * @param database what to migrate, as its owner
   * @param loader whose class path holds the folders {@code db/<module>}
   */
  public Migration(Database database, ClassLoader loader) {
    this.database = database;
    this.loader = loader;
  }

  /**
   * What one run did.
   *
   * @param modules how many modules have migrations
   * @param applied how many migrations were applied; 0 when all was up to date
   */
  public record Result(int modules, int applied) {}

  /**
   * Migrates every module.
   *
   * @throws LauncherException when the database cannot be reached or a migration fails
   */
  public Result run() {
    ensureAppRole();
    List<String> modules = modules(loader);
    int applied = 0;
    for (String module : modules) {
      applied += migrate(module);
    }
    if (modules.contains("audit")) {
      proveHistories();
    }
    return new Result(modules.size(), applied);
  }

  /** Whatever histories the modules have by now, their versions are to stand in the proof. */
  private void proveHistories() {
    try (Connection connection = database.asOwner();
        Statement statement = connection.createStatement()) {
      statement.execute("call audit.prove_histories()");
    } catch (SQLException e) {
      throw new LauncherException(
          "the histories cannot be proved: " + e.getMessage().lines().findFirst().orElse(""), e);
    }
  }

  private int migrate(String module) {
    try {
      return Flyway.configure(loader)
          .dataSource(database.url(), database.owner().user(), database.owner().password())
          .locations("classpath:" + ROOT + "/" + module)
          .schemas(module)
          .defaultSchema(module)
          .createSchemas(true)
          .cleanDisabled(true)
          .placeholders(Map.of("app_role", database.app().user()))
          .load()
          .migrate()
          .migrationsExecuted;
    } catch (FlywayException e) {
      String hint =
          e instanceof FlywayValidateException
              ? ": the database was made by other migrations than these (a demo starts over by"
                  + " ./heyi run --fresh)"
              : "";
      throw new LauncherException(
          "migration of module " + module + " failed" + hint, e.getMessage().lines().toList());
    }
  }

  private void ensureAppRole() {
    String role = database.app().user();
    try (Connection connection = database.asOwner()) {
      if (roleExists(connection, role)) {
        return;
      }
      try (Statement statement = connection.createStatement();
          PreparedStatement quoting =
              connection.prepareStatement(
                  "select format('create role %I login password %L', ?, ?)")) {
        quoting.setString(1, role);
        quoting.setString(2, database.app().password());
        try (ResultSet quoted = quoting.executeQuery()) {
          quoted.next();
          statement.execute(quoted.getString(1));
        }
      }
    } catch (SQLException e) {
      if ("42501".equals(e.getSQLState())) {
        throw new LauncherException(
            "role "
                + role
                + " does not exist and "
                + database.owner().user()
                + " may not create it: have it created (create role "
                + role
                + " login password '...') and run again",
            e);
      }
      throw new LauncherException(
          "cannot use database "
              + database.url()
              + ": "
              + e.getMessage().lines().findFirst().orElse(""),
          e);
    }
  }

  private static boolean roleExists(Connection connection, String role) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select 1 from pg_roles where rolname = ?")) {
      statement.setString(1, role);
      try (ResultSet result = statement.executeQuery()) {
        return result.next();
      }
    }
  }

  /**
   * The modules with migrations, in the order in which they run.
   *
   * @param loader whose class path is searched
   */
  static List<String> modules(ClassLoader loader) {
    Set<String> found = new TreeSet<>();
    try {
      for (URL root : Collections.list(loader.getResources(ROOT))) {
        URLConnection connection = root.openConnection();
        if (connection instanceof JarURLConnection jar) {
          // the application's files may be replaced by a build while this runs
          jar.setUseCaches(false);
          try (var file = jar.getJarFile()) {
            file.stream().map(java.util.zip.ZipEntry::getName).forEach(name -> add(found, name));
          }
        } else {
          addFolder(found, root.toURI());
        }
      }
    } catch (IOException | URISyntaxException e) {
      throw new LauncherException(
          "cannot read the migrations on the class path: " + e.getMessage(), e);
    }
    List<String> modules = new ArrayList<>(found);
    modules.sort(
        Comparator.comparingInt(
                (String module) -> FIRST.contains(module) ? FIRST.indexOf(module) : FIRST.size())
            .thenComparing(Comparator.naturalOrder()));
    return modules;
  }

  private static void addFolder(Set<String> found, URI folder) throws IOException {
    Path path = Path.of(folder);
    try (Stream<Path> files = Files.walk(path, 2)) {
      files
          .map(file -> ROOT + "/" + path.relativize(file).toString().replace('\\', '/'))
          .forEach(name -> add(found, name));
    }
  }

  private static void add(Set<String> found, String name) {
    String[] parts = name.split("/");
    if (parts.length == 3 && parts[0].equals(ROOT) && parts[2].matches("[VR].*\\.sql")) {
      found.add(parts[1]);
    }
  }
}
