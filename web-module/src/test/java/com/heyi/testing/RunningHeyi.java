package com.heyi.testing;

import com.heyi.launcher.DataFolder;
import com.heyi.launcher.Database;
import com.heyi.launcher.Home;
import com.heyi.launcher.PayaraMicroProcess;
import com.heyi.launcher.Platform;
import com.heyi.launcher.PlatformOptions;
import com.heyi.launcher.PlatformOptions.Runner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The one real platform of the suite: PostgreSQL, Keycloak and Payara Micro with the WAR that was
 * just built, on free ports. Started by the first test that asks for it, stopped when the last has
 * run; so every test makes its own data and none leans on the order.
 */
public final class RunningHeyi {
  private static final int TAIL_LINES = 60;
  private static RunningHeyi running;

  private final Platform platform;
  private PayaraMicroProcess server;

  private RunningHeyi() {
    Home home = Home.find();
    Path folder = Path.of("target", "platform").toAbsolutePath();
    DataFolder data = new DataFolder(folder, home.data().resolve("software"));
    // The suite starts the application itself, so that a test may kill it and start it again.
    platform = Platform.start(PlatformOptions.onFreePorts(home, data).with(Runner.NONE));
    try {
      startServer();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** The platform, which the first call starts. */
  public static synchronized RunningHeyi get() {
    if (running == null) {
      running = new RunningHeyi();
    }
    return running;
  }

  /** The platform if any test has asked for it. */
  static synchronized Optional<RunningHeyi> ifStarted() {
    return Optional.ofNullable(running);
  }

  /** Address of the application, without a slash at its end. */
  public URI url() {
    return platform.url();
  }

  /** The address of a path that begins with a slash. */
  public URI at(String path) {
    return URI.create(url() + path);
  }

  public Database database() {
    return platform.database();
  }

  public Platform platform() {
    return platform;
  }

  /** Starts the application and waits until it is ready. */
  public void startServer() {
    PlatformOptions options = platform.options();
    server =
        PayaraMicroProcess.launch(
            options.home().payaraMicro(),
            options.home().war(),
            options.data(),
            options.bindAddress(),
            options.httpPort(),
            platform.configuration());
    server.awaitReady();
  }

  /** Ends the application as a power cut would: it gets no chance to tidy up. */
  public void killServer() {
    try {
      Path pidFile = platform.options().data().path().resolve("run").resolve("payara.pid");
      long pid = Long.parseLong(Files.readString(pidFile).strip().split(" ")[0]);
      ProcessHandle.of(pid).orElseThrow().destroyForcibly();
      server.onExit().get(30, TimeUnit.SECONDS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) {
      throw new IllegalStateException("the server could not be killed", e);
    }
  }

  /** The last lines of the application's log. */
  List<String> logTail() {
    try {
      Path log = platform.options().data().log("payara");
      List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
      return lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void close() {
    try {
      if (server != null) {
        server.close();
      }
    } finally {
      platform.close();
    }
  }
}
