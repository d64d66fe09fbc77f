package com.heyi.launcher;

import com.heyi.launcher.Database.Login;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What the environment variables say. */
final class Settings {

  private final Map<String, String> environment;

  Settings(Map<String, String> environment) {
    this.environment = environment;
  }

  /** The variable, unless it is missing or blank. */
  Optional<String> get(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  int httpPort() {
    return Ports.parse(
        "HEYI_HTTP_PORT", environment.get("HEYI_HTTP_PORT"), PlatformOptions.HTTP_PORT);
  }

  int keycloakPort() {
    return Ports.parse(
        "HEYI_KEYCLOAK_PORT", environment.get("HEYI_KEYCLOAK_PORT"), PlatformOptions.KEYCLOAK_PORT);
  }

  int databasePort() {
    return Ports.parse(
        "HEYI_DB_PORT", environment.get("HEYI_DB_PORT"), PlatformOptions.DATABASE_PORT);
  }

  String bindAddress() {
    return get("HEYI_BIND_ADDRESS").orElse("127.0.0.1");
  }

  DataFolder data(Home home) {
    return new DataFolder(
        get("HEYI_DATA_DIR").map(Path::of).map(Path::toAbsolutePath).orElse(home.data()));
  }

  /**
   * An outside database.
   *
   * @param url as given to {@code --db}
   * @throws LauncherException when the URL is of another kind or a login is missing
   */
  Database outside(String url) {
    requirePostgres(url);
    return new Database(
        url,
        new Login(required("HEYI_DB_USER"), get("HEYI_DB_PASSWORD").orElse("")),
        new Login(
            get("HEYI_DB_APP_USER").orElse(Database.APP_ROLE), required("HEYI_DB_APP_PASSWORD")));
  }

  /**
   * An outside database that is only looked at, as its HEYI_DB_USER.
   *
   * @param url as given to {@code --db}
   * @throws LauncherException when the URL is of another kind or the login is missing
   */
  Database outsideToRead(String url) {
    requirePostgres(url);
    String user =
        get("HEYI_DB_USER")
            .orElseThrow(
                () -> new LauncherException("--db needs HEYI_DB_USER and HEYI_DB_PASSWORD"));
    Login reader = new Login(user, get("HEYI_DB_PASSWORD").orElse(""));
    return new Database(url, reader, reader);
  }

  private static void requirePostgres(String url) {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new LauncherException("--db wants jdbc:postgresql://host:port/database, not " + url);
    }
  }

  private String required(String name) {
    return get(name)
        .orElseThrow(
            () ->
                new LauncherException(
                    "--db needs HEYI_DB_USER, HEYI_DB_PASSWORD (the migrating role),"
                        + " HEYI_DB_APP_USER and HEYI_DB_APP_PASSWORD (the application's role); "
                        + name
                        + " is not set"));
  }
}
