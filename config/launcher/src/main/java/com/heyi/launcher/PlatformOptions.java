package com.heyi.launcher;

import java.util.Map;
import java.util.Optional;

/**
 * What to start and where. Make one with {@link #demo(Home)} or {@link #onFreePorts(Home,
 * DataFolder)} and change it by the {@code with} methods.
 *
 * @param home the checkout
 * @param data what the platform writes to
 * @param httpPort of the application
 * @param keycloakPort of Keycloak
 * @param databasePort of the embedded PostgreSQL
 * @param bindAddress where the application and Keycloak listen
 * @param outside an outside PostgreSQL, used instead of an embedded one
 * @param runner what runs the application
 * @param fresh whether to delete what earlier runs have kept
 * @param demoData whether the application shall load the demo files on its first start
 * @param extra more MicroProfile Config properties for the application
 */
public record PlatformOptions(
    Home home,
    DataFolder data,
    int httpPort,
    int keycloakPort,
    int databasePort,
    String bindAddress,
    Optional<Database> outside,
    Runner runner,
    boolean fresh,
    boolean demoData,
    Map<String, String> extra) {

  /** What runs the application. */
  public enum Runner {
    /** Payara Micro with the WAR. */
    MICRO,
    /** Payara Server with the EAR. */
    SERVER,
    /** Nothing: a test starts the application itself, with {@link Platform#configuration()}. */
    NONE
  }

  /** The standard application port. */
  public static final int HTTP_PORT = 8080;

  /** The standard port of Keycloak. */
  public static final int KEYCLOAK_PORT = 8180;

  /** The standard port of the embedded PostgreSQL. */
  public static final int DATABASE_PORT = 5433;

  private static final String LOOPBACK = "127.0.0.1";

  /** What {@code ./heyi run} starts: the standard ports, data in {@code .heyi}, demo data. */
  public static PlatformOptions demo(Home home) {
    return new PlatformOptions(
        home,
        new DataFolder(home.data()),
        HTTP_PORT,
        KEYCLOAK_PORT,
        DATABASE_PORT,
        LOOPBACK,
        Optional.empty(),
        Runner.MICRO,
        false,
        true,
        Map.of());
  }

  /**
   * For tests: free ports, an empty database, no demo data.
   *
   * @param data a folder of the test; give {@code home.data().resolve("software")} as its software
   *     to unpack each server only once
   */
  public static PlatformOptions onFreePorts(Home home, DataFolder data) {
    return new PlatformOptions(
        home,
        data,
        Ports.free(),
        Ports.free(),
        Ports.free(),
        LOOPBACK,
        Optional.empty(),
        Runner.MICRO,
        true,
        false,
        Map.of());
  }

  /**
   * @see PlatformOptions#runner()
   */
  public PlatformOptions with(Runner other) {
    return new PlatformOptions(
        home,
        data,
        httpPort,
        keycloakPort,
        databasePort,
        bindAddress,
        outside,
        other,
        fresh,
        demoData,
        extra);
  }

  /**
   * @see PlatformOptions#extra()
   */
  public PlatformOptions withExtra(Map<String, String> other) {
    return new PlatformOptions(
        home,
        data,
        httpPort,
        keycloakPort,
        databasePort,
        bindAddress,
        outside,
        runner,
        fresh,
        demoData,
        Map.copyOf(other));
  }
}
