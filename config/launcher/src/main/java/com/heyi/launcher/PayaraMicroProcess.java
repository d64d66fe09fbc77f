package com.heyi.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Payara Micro with the WAR at the root. */
public final class PayaraMicroProcess implements ApplicationServer {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Child child;
  private final int port;

  private PayaraMicroProcess(Child child, int port) {
    this.child = child;
    this.port = port;
  }

  /** Makes sure that the server's jar is whole. */
  static void prepare(Home home, DataFolder data) throws IOException {
    Archives.checkOnce(home.payaraMicro(), data.software());
  }

  /**
   * Starts the process and comes back at once; see {@link #awaitReady()}.
   *
   * @param bindAddress where it listens
   * @param configuration MicroProfile Config properties for the application
   */
  public static PayaraMicroProcess launch(
      Home home, DataFolder data, String bindAddress, int port, Map<String, String> configuration) {
    try {
      // what the server unpacks and generates is made anew each time: nothing of an old WAR stays
      Folders.delete(data.payara());
      Path root = Files.createDirectories(data.payara());
      Path preboot = root.resolve("preboot.asadmin");
      Files.write(preboot, ServerCommands.beforeBoot(bindAddress));
      Path postboot = root.resolve("postboot.asadmin");
      Files.write(postboot, ServerCommands.afterBoot());
      Map<String, String> environment = new TreeMap<>(Configuration.asEnvironment(configuration));
      List<String> command =
          List.of(
              Commands.java(),
              "-Xmx1g",
              // Work done in a second counts more here than the longest pause of a small heap.
              "-XX:+UseParallelGC",
              "-XX:+ExitOnOutOfMemoryError",
              "-Dfile.encoding=UTF-8",
              "-Dstdout.encoding=UTF-8",
              "-Dstderr.encoding=UTF-8",
              "-Djava.awt.headless=true",
              ServerCommands.NO_SOAP_MONITORING,
              "-Djava.util.prefs.userRoot=" + root,
              "-jar",
              home.payaraMicro().toString(),
              "--rootdir",
              root.toString(),
              "--nohazelcast",
              "--disablephonehome",
              "--port",
              Integer.toString(port),
              "--prebootcommandfile",
              preboot.toString(),
              "--postbootcommandfile",
              postboot.toString(),
              "--addlibs",
              ServerCommands.driver().toString(),
              "--deploy",
              home.war().toString(),
              "--contextroot",
              "/");
      return new PayaraMicroProcess(
          Child.start("Payara Micro", ID, command, environment, data.path(), data), port);
    } catch (IOException e) {
      throw new LauncherException("cannot start Payara Micro: " + Problems.tell(e), e);
    }
  }

  @Override
  public void awaitReady() {
    child.awaitReady(this::booted, PATIENCE);
    if (child.says("Exception while loading the app") || !child.says("\"Context Root\"")) {
      throw new LauncherException(
          "the application did not deploy on Payara Micro; its log " + child.log(), child.causes());
    }
    URI health = URI.create("http://localhost:" + port + "/health/ready");
    child.awaitReady(() -> Web.status(health) == 200, PATIENCE);
  }

  private boolean booted() {
    return child.says("ready in");
  }

  @Override
  public String name() {
    return child.name();
  }

  @Override
  public List<String> tail() {
    return child.tail();
  }

  @Override
  public CompletableFuture<?> onExit() {
    return child.onExit();
  }

  @Override
  public void close() {
    child.stop();
  }
}
