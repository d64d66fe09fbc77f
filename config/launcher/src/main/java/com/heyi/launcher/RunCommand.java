package com.heyi.launcher;

import com.heyi.launcher.PlatformOptions.Runner;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the platform and holds it until it is told to stop. */
@Command(name = "run")
final class RunCommand implements Callable<Integer> {

  @Option(names = "--fresh")
  private boolean fresh;

  @Option(names = "--server")
  private boolean server;

  @Option(names = "--db", paramLabel = "URL")
  private String db;

  private final Settings settings;
  private final Console console;
  private volatile boolean stopping;

  RunCommand(Settings settings, Console console) {
    this.settings = settings;
    this.console = console;
  }

  /** What the words and the environment ask for. */
  PlatformOptions options(Home home) {
    if (fresh && db != null) {
      throw new LauncherException(
          "--fresh deletes our own database and cannot empty an outside one: leave out one of"
              + " --fresh and --db");
    }
    return new PlatformOptions(
        home,
        settings.data(home),
        settings.httpPort(),
        settings.keycloakPort(),
        settings.databasePort(),
        settings.bindAddress(),
        Optional.ofNullable(db).map(settings::outside),
        server ? Runner.SERVER : Runner.MICRO,
        fresh,
        Files.isDirectory(home.demoData()),
        Map.of());
  }

  @Override
  public Integer call() {
    long begin = System.nanoTime();
    OwnClasses.load();
    Home home = Home.find();
    PlatformOptions options = options(home);
    Platform platform = Platform.create(options, console);
    Thread hook = new Thread(() -> stop(platform), "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      platform.open();
      boolean realmChanged = KeycloakProcess.realmChangedSinceImport(home, options.data());
      console.line("");
      console.line(
          "Heyi is ready after "
              + Duration.ofNanos(System.nanoTime() - begin).toSeconds()
              + " s. Ctrl-C stops it.");
      new Welcome(platform).lines().forEach(console::line);
      if (realmChanged) {
        console.line(
            "Note: config/keycloak/heyi-realm.json has changed since the kept Keycloak was filled"
                + " from it; --fresh loads it.");
      }
      Platform.Ended ended = platform.firstToEnd().join();
      if (stopping) {
        awaitEnd(hook);
      }
      platform.close();
      throw new LauncherException(ended.name() + " ended by itself", ended.tail());
    } catch (RuntimeException e) {
      if (stopping) {
        awaitEnd(hook);
      }
      throw e;
    }
  }

  private void stop(Platform platform) {
    stopping = true;
    try {
      platform.close();
    } catch (LauncherException e) {
      Main.complain(System.err, e);
    }
  }

  /** The person has asked for the end; what breaks meanwhile is no news. */
  private static void awaitEnd(Thread hook) {
    try {
      hook.join();
      Thread.sleep(Long.MAX_VALUE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** For tests of the words. */
  List<Object> words() {
    return List.of(fresh, server, Optional.ofNullable(db));
  }
}
