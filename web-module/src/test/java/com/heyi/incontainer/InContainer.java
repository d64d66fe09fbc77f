package com.heyi.incontainer;

import com.heyi.launcher.Database;
import com.heyi.launcher.Migration;
import com.heyi.launcher.Ports;
import com.heyi.launcher.ServerCommands;
import com.heyi.testing.People;
import com.heyi.testing.RunningHeyi;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * What in-container tests run on: the WAR as it was built, a Payara Micro of its own, a database of
 * its own in the suite's PostgreSQL, and the suite's Keycloak.
 */
final class InContainer {
  /** Below a path that is open to everybody, for the test client brings no token. */
  static final String TESTS = "/signed-out/tests";

  private static final String DATABASE = "heyi_container";
  static final String RUNNER = "ArquillianServletRunnerEE9";

  private InContainer() {}

  /** The real WAR with the test classes added. */
  static Archive<?> deployment() {
    WebArchive war =
        ShrinkWrap.createFromZipFile(WebArchive.class, RunningHeyi.get().home().war().toFile());
    String webXml = text(war, "/WEB-INF/web.xml");
    war.delete("/WEB-INF/web.xml");
    return war.addClasses(DoorOfTheFacadesIT.class, People.class)
        .addAsLibrary(jarOf(Assertions.class))
        .setWebXML(new StringAsset(webXml.replace("</web-app>", runner() + "</web-app>")));
  }

  /** Where the tests of a client outside the container enter. */
  private static String runner() {
    return """
    <servlet>
      <servlet-name>%1$s</servlet-name>
      <servlet-class>org.jboss.arquillian.protocol.servlet5.runner.ServletTestRunner</servlet-class>
    </servlet>
    <servlet-mapping>
      <servlet-name>%1$s</servlet-name>
      <url-pattern>%2$s/%1$s</url-pattern>
    </servlet-mapping>
    """
        .formatted(RUNNER, TESTS);
  }

  /** The container's settings, by their names in arquillian.xml. */
  static Map<String, String> settings() {
    RunningHeyi heyi = RunningHeyi.get();
    int port = Ports.free();
    Map<String, String> configuration = new TreeMap<>(heyi.configuration());
    configuration.put("heyi.db.url", ownDatabase().url());
    // Another database is another trail: its heads must not be among those of the suite's own.
    configuration.put(
        "heyi.audit.export.dir",
        heyi.auditHeads().resolveSibling("audit-heads-in-container").toString());
    configuration.put("heyi.public-url", "http://localhost:" + port);
    String properties =
        configuration.entrySet().stream()
            .map(each -> "-D" + each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining(" "));
    return Map.of(
        "microJar",
        heyi.home().payaraMicro().toString(),
        "randomHttpPort",
        "false",
        "autoBindHttp",
        "false",
        "cmdOptions",
        "-Xmx768m -Dfile.encoding=UTF-8 -Djava.awt.headless=true " + properties,
        "extraMicroOptions",
        "--nohazelcast --disablephonehome --port "
            + port
            + " --contextroot / --addlibs "
            + ServerCommands.driver()
            + " --postbootcommandfile "
            + afterBoot());
  }

  private static Path afterBoot() {
    try {
      Path file = Path.of("target", "in-container.asadmin").toAbsolutePath();
      return Files.write(file, ServerCommands.afterBoot());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Database ownDatabase() {
    Database suite = RunningHeyi.get().database();
    String server = suite.url().substring(0, suite.url().lastIndexOf('/') + 1);
    Database.Login superuser = RunningHeyi.get().superuser();
    try (Connection connection =
            DriverManager.getConnection(
                server + "postgres", superuser.user(), superuser.password());
        var statement = connection.createStatement()) {
      statement.execute("drop database if exists " + DATABASE + " with (force)");
      statement.execute("create database " + DATABASE + " owner " + suite.owner().user());
      statement.execute("grant connect on database " + DATABASE + " to " + suite.app().user());
    } catch (SQLException e) {
      throw new AssertionError("no database for the container", e);
    }
    Database own = new Database(server + DATABASE, suite.owner(), suite.app());
    new Migration(own).run();
    return own;
  }

  private static File jarOf(Class<?> type) {
    return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
  }

  private static String text(WebArchive war, String path) {
    try (var in = war.get(path).getAsset().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
