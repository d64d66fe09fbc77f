package com.heyi.launcher;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What the script {@code heyi} calls once everything is built. */
@Command(name = "heyi")
public final class Main {

  static final int FAILED = 1;
  static final int WRONG_WORDS = 2;

  /** Flyway and the driver speak up only when something is wrong; held here, or it is forgotten. */
  private static final Logger LIBRARIES = Logger.getLogger("org.flywaydb");

  private Main() {}

  /** Runs one command; the exit code is 0, 1 (it failed) or 2 (wrong words). */
  public static void main(String[] words) {
    LIBRARIES.setLevel(Level.WARNING);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    int code;
    try (Console console = new Console(out, Boolean.getBoolean("heyi.terminal"))) {
      code = commands(System.getenv(), console, err).execute(words);
    }
    System.exit(code);
  }

  /** The commands, with what they say when they fail. */
  static CommandLine commands(Map<String, String> environment, Console console, PrintStream err) {
    Settings settings = new Settings(environment);
    CommandLine line = new CommandLine(new Main());
    line.addSubcommand(new RunCommand(settings, console));
    line.addSubcommand(new ImportCommand(settings, console));
    line.addSubcommand(new MigrateCommand(settings, console));
    line.addSubcommand(new VerifyAuditCommand(settings, console));
    line.addSubcommand(new BenchCommand(settings, console));
    line.setParameterExceptionHandler(
        (e, arguments) -> {
          err.println("heyi: " + e.getMessage() + "; ./heyi help tells what there is");
          return WRONG_WORDS;
        });
    line.setExecutionExceptionHandler(
        (e, command, parsed) -> {
          if (e instanceof LauncherException known) {
            console.close();
            complain(err, known);
            return FAILED;
          }
          throw e;
        });
    return line;
  }

  static void complain(PrintStream err, LauncherException e) {
    err.println("heyi: " + e.getMessage());
    e.details().forEach(line -> err.println("    " + line));
  }
}
