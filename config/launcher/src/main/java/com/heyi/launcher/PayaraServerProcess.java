package com.heyi.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Payara Server with the EAR at the root, in a domain of its own that is made anew each time. */
public final class PayaraServerProcess implements ApplicationServer {

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final long ASADMIN_PATIENCE_SECONDS = 180;
  private static final String DOMAIN = "heyi";

  /** The last of the commands that run while the server boots; it changes nothing. */
  private static final String BOOTED = "list-applications";

  private final Child child;
  private final int port;
  private final int adminPort;
  private final Path server;
  private final Path ear;
  private final Path log;

  private PayaraServerProcess(
      Child child, int port, int adminPort, Path server, Path ear, Path log) {
    this.child = child;
    this.port = port;
    this.adminPort = adminPort;
    this.server = server;
    this.ear = ear;
    this.log = log;
  }

  /** Unpacks the server, once for each version. */
  static Path prepare(Home home, DataFolder data) throws IOException {
    Path zip = home.payaraServerZip();
    return Archives.once(
        data.software().resolve(zip.getFileName().toString().replace(".zip", "")),
        folder -> Archives.unzip(zip, folder));
  }

  /**
   * Makes the domain, starts the process and comes back; see {@link #awaitReady()}.
   *
   * @param bindAddress where it listens
   * @param configuration MicroProfile Config properties for the application
   */
  public static PayaraServerProcess launch(
      Home home, DataFolder data, String bindAddress, int port, Map<String, String> configuration) {
    try {
      Path server = prepare(home, data);
      Path domains = data.payaraServerDomains();
      Folders.delete(domains);
      Files.createDirectories(domains);
      Path log = Child.freshLog(data, "payara-domain");
      int adminPort = Ports.free();
      createDomain(server, domains, port, adminPort, log);
      Path driver = ServerCommands.driver();
      Files.copy(
          driver,
          domains.resolve(DOMAIN).resolve("lib").resolve(driver.getFileName()),
          StandardCopyOption.REPLACE_EXISTING);
      Path preboot = domains.resolve("preboot.asadmin");
      Files.write(preboot, beforeBoot(bindAddress));
      Path postboot = domains.resolve("postboot.asadmin");
      List<String> after = new ArrayList<>(ServerCommands.afterBoot());
      after.add(BOOTED);
      Files.write(postboot, after);
      List<String> command = commandOf(server, domains, preboot, postboot, log);
      return new PayaraServerProcess(
          Child.start(
              "Payara Server",
              ID,
              command,
              Configuration.asEnvironment(configuration),
              domains.resolve(DOMAIN).resolve("config"),
              data),
          port,
          adminPort,
          server,
          home.ear(),
          log);
    } catch (IOException e) {
      throw new LauncherException("cannot start Payara Server: " + Problems.tell(e), e);
    }
  }

  private static void createDomain(Path server, Path domains, int port, int adminPort, Path log)
      throws IOException {
    // the server insists on these ports; nobody is told, so free ones will do
    String others =
        String.join(
            ":",
            "domain.jmxPort=" + Ports.free(),
            "http.ssl.port=" + Ports.free(),
            "jms.port=" + Ports.free(),
            "orb.listener.port=" + Ports.free(),
            "orb.ssl.port=" + Ports.free(),
            "orb.mutualauth.port=" + Ports.free(),
            "osgi.shell.telnet.port=" + Ports.free(),
            "java.debugger.port=" + Ports.free());
    asadmin(
        server,
        log,
        "create-domain",
        "--domaindir",
        domains.toString(),
        "--nopassword",
        "--adminport",
        Integer.toString(adminPort),
        "--instanceport",
        Integer.toString(port),
        "--domainproperties",
        others,
        DOMAIN);
  }

  private static List<String> beforeBoot(String bindAddress) {
    String config = "set configs.config.server-config.";
    String listeners = config + "network-config.network-listeners.network-listener.";
    String orbs = config + "iiop-service.iiop-listener.";
    return List.of(
        listeners + "http-listener-1.address=" + bindAddress,
        listeners + "http-listener-2.enabled=false",
        config + "network-config.protocols.protocol.http-listener-1.http.server-header=false",
        config + "network-config.protocols.protocol.http-listener-1.http.xpowered-by=false",
        listeners + "admin-listener.address=127.0.0.1",
        orbs + "orb-listener-1.enabled=false",
        orbs + "SSL.enabled=false",
        orbs + "SSL_MUTUALAUTH.enabled=false",
        config + "admin-service.jmx-connector.system.enabled=false",
        config + "hazelcast-config-specific-configuration.enabled=false");
  }

  private static void asadmin(Path server, Path log, String... words) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Commands.java(),
                "-jar",
                server.resolve("glassfish/lib/client/appserver-cli.jar").toString(),
                "--interactive=false"));
    command.addAll(List.of(words));
    if (Commands.run(command, Map.of(), log, ASADMIN_PATIENCE_SECONDS) != 0) {
      throw new LauncherException(
          "Payara Server could not be set up; its log " + log, Child.tail(log));
    }
  }

  /** The command that asadmin would start the domain with; we start it, so it is our child. */
  private static List<String> commandOf(
      Path server, Path domains, Path preboot, Path postboot, Path log) throws IOException {
    Path dump = domains.resolve("command.txt");
    Files.createFile(dump);
    try {
      asadmin(
          server,
          dump,
          "start-domain",
          "--dry-run",
          "--prebootcommandfile",
          preboot.toString(),
          "--postbootcommandfile",
          postboot.toString(),
          "--domaindir",
          domains.toString(),
          DOMAIN);
    } finally {
      Files.writeString(log, Files.readString(dump), java.nio.file.StandardOpenOption.APPEND);
    }
    return parse(Files.readAllLines(dump));
  }

  /** Takes the command out of what {@code asadmin start-domain --dry-run} prints. */
  static List<String> parse(List<String> dump) {
    List<String> command = new ArrayList<>();
    boolean inside = false;
    for (String line : dump) {
      if (line.startsWith("Dump of JVM Invocation")) {
        inside = true;
      } else if (inside && (line.isBlank() || line.startsWith("Command start-domain"))) {
        break;
      } else if (inside) {
        command.add(ours(line, command));
      }
    }
    if (command.isEmpty()) {
      throw new LauncherException("Payara Server does not say how it is started", dump);
    }
    return command;
  }

  private static String ours(String word, List<String> before) {
    String last = before.isEmpty() ? "" : before.get(before.size() - 1);
    if (word.startsWith("-Xmx")) {
      return "-Xmx1g";
    }
    if (word.startsWith("-Dorg.glassfish.additionalOSGiBundlesToStart=")) {
      // without the shells, one of which listens for everybody on this machine
      return "-Dorg.glassfish.additionalOSGiBundlesToStart=org.apache.felix.fileinstall";
    }
    if (last.equals("-verbose")) {
      return "true";
    }
    if (last.equals("-read-stdin")) {
      return "false";
    }
    return word;
  }

  @Override
  public void awaitReady() {
    child.awaitReady(() -> child.says("Boot Command " + BOOTED + " returned"), PATIENCE);
    deploy();
    URI health = URI.create("http://localhost:" + port + "/health/ready");
    child.awaitReady(() -> Web.status(health) == 200, PATIENCE);
  }

  /**
   * Deploys by a command of its own. Among the commands that run while the server boots it can wait
   * for minutes: those before it still have listeners to tell, who want the lock that it holds.
   */
  private void deploy() {
    List<String> command =
        List.of(
            Commands.java(),
            "-jar",
            server.resolve("glassfish/lib/client/appserver-cli.jar").toString(),
            "--interactive=false",
            "--port",
            Integer.toString(adminPort),
            "deploy",
            "--name",
            "heyi",
            ear.toString());
    try {
      if (Commands.run(command, Map.of(), log, PATIENCE.toSeconds()) != 0) {
        throw new LauncherException(
            "the application did not deploy on Payara Server; its log " + child.log(),
            child.causes());
      }
    } catch (IOException e) {
      throw new LauncherException("cannot deploy on Payara Server: " + Problems.tell(e), e);
    }
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
