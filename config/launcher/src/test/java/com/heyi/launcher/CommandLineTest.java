package com.heyi.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.launcher.PlatformOptions.Runner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class CommandLineTest {

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);
  private final Home home = Home.find();

  private PlatformOptions options(Map<String, String> environment, String... words) {
    RunCommand run = new RunCommand(new Settings(environment), new Console(err, false));
    new CommandLine(run).parseArgs(words);
    return run.options(home);
  }

  @Test
  void runAloneStartsMicroOnTheStandardPortsAndKeepsTheData() {
    PlatformOptions options = options(Map.of());
    assertThat(options.runner()).isEqualTo(Runner.MICRO);
    assertThat(options.fresh()).isFalse();
    assertThat(options.httpPort()).isEqualTo(8080);
    assertThat(options.keycloakPort()).isEqualTo(8180);
    assertThat(options.databasePort()).isEqualTo(5433);
    assertThat(options.bindAddress()).isEqualTo("127.0.0.1");
    assertThat(options.data().path()).isEqualTo(home.root().resolve(".heyi"));
    assertThat(options.outside()).isEmpty();
  }

  @Test
  void runTakesItsOptionsAndPorts() {
    PlatformOptions options =
        options(
            Map.of("HEYI_HTTP_PORT", "9000", "HEYI_KEYCLOAK_PORT", "9001", "HEYI_DB_PORT", "9002"),
            "--server",
            "--fresh");
    assertThat(options.runner()).isEqualTo(Runner.SERVER);
    assertThat(options.fresh()).isTrue();
    assertThat(options.httpPort()).isEqualTo(9000);
    assertThat(options.keycloakPort()).isEqualTo(9001);
    assertThat(options.databasePort()).isEqualTo(9002);
  }

  @Test
  void anOutsideDatabaseNeedsBothLogins() {
    String url = "jdbc:postgresql://db.example/heyi";
    Map<String, String> complete =
        Map.of("HEYI_DB_USER", "owner", "HEYI_DB_PASSWORD", "a", "HEYI_DB_APP_PASSWORD", "b");
    assertThat(options(complete, "--db", url).outside())
        .contains(
            new Database(
                url, new Database.Login("owner", "a"), new Database.Login("heyi_app", "b")));
    assertThatThrownBy(() -> options(Map.of("HEYI_DB_USER", "owner"), "--db", url))
        .isInstanceOf(LauncherException.class)
        .hasMessageEndingWith("HEYI_DB_APP_PASSWORD is not set");
  }

  @Test
  void anotherKindOfDatabaseIsRefused() {
    assertThatThrownBy(() -> options(Map.of(), "--db", "jdbc:mysql://db/heyi"))
        .isInstanceOf(LauncherException.class)
        .hasMessageStartingWith("--db wants jdbc:postgresql:");
  }

  @Test
  void startingOverDoesNotGoWithAnOutsideDatabase() {
    assertThatThrownBy(() -> options(Map.of(), "--fresh", "--db", "jdbc:postgresql://db/heyi"))
        .isInstanceOf(LauncherException.class)
        .hasMessageStartingWith("--fresh deletes our own database");
  }

  @Test
  void wrongWordsGiveOneLineAndCode2() {
    CommandLine line = Main.commands(Map.of(), new Console(err, false), err);
    assertThat(line.execute("run", "--wat")).isEqualTo(2);
    assertThat(said.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("heyi: Unknown option: '--wat'; ./heyi help tells what there is");
  }

  @Test
  void aFailureGivesOneLineAndCode1() {
    CommandLine line = Main.commands(Map.of(), new Console(err, false), err);
    assertThat(line.execute("import", "customers", "no-such-file.csv")).isEqualTo(1);
    assertThat(said.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("heyi: there is no file no-such-file.csv");
  }

  @Test
  void theHelpOfTheScriptNamesEveryCommandAndOption() throws IOException {
    String script = Files.readString(Path.of(home.root().toString(), "heyi"));
    String help = script.substring(script.indexOf("<<'TEXT'"), script.indexOf("\nTEXT\n"));
    CommandSpec all = Main.commands(Map.of(), new Console(err, false), err).getCommandSpec();
    assertThat(all.subcommands()).isNotEmpty();
    all.subcommands()
        .forEach(
            (name, command) -> {
              assertThat(help).contains("./heyi " + name);
              for (OptionSpec option : command.getCommandSpec().options()) {
                assertThat(help).contains(option.longestName());
              }
            });
  }

  @Test
  void theHelpOfTheScriptNamesEveryVariable() throws IOException {
    String script = Files.readString(Path.of(home.root().toString(), "heyi"));
    String help = script.substring(script.indexOf("<<'TEXT'"), script.indexOf("\nTEXT\n"));
    assertThat(help)
        .contains(
            "HEYI_HTTP_PORT",
            "HEYI_KEYCLOAK_PORT",
            "HEYI_DB_PORT",
            "HEYI_BIND_ADDRESS",
            "HEYI_DATA_DIR",
            "HEYI_DB_USER",
            "HEYI_DB_PASSWORD",
            "HEYI_DB_APP_USER",
            "HEYI_DB_APP_PASSWORD",
            "HEYI_USER",
            "HEYI_PASSWORD",
            "JAVA_HOME");
  }
}
