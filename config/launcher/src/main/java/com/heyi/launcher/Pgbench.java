package com.heyi.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** PostgreSQL's own benchmark program, which must be installed beside the launcher. */
final class Pgbench {
  private static final int MICROS_COLUMN = 2;

  private final Database database;
  private final Path folder;

  /**
   * @param folder for its script and its logs
   */
  Pgbench(Database database, Path folder) {
    this.database = database;
    this.folder = folder;
  }

  /**
   * What one run has shown.
   *
   * @param latencies of the transactions, in microseconds, ascending
   */
  record Run(long[] latencies, int seconds) {
    long perSecond() {
      return latencies.length / seconds;
    }

    double millis(double share) {
      return latencies.length == 0
          ? 0
          : latencies[(int) Math.min(latencies.length - 1L, (long) (latencies.length * share))]
              / 1000.0;
    }
  }

  /**
   * @throws LauncherException when it is missing or a statement of the script fails
   */
  Run run(PgbenchScript.Script script, int clients, int seconds) {
    try {
      Path file = folder.resolve("redemption.pgbench");
      Files.writeString(file, script.text());
      Path logs = Files.createTempDirectory(folder, "pgbench");
      Path output = logs.resolve("output");
      List<String> command =
          new ArrayList<>(
              List.of(
                  "pgbench",
                  "--no-vacuum",
                  "--protocol=prepared",
                  "--client=" + clients,
                  "--jobs=2",
                  "--time=" + seconds,
                  "--log",
                  "--log-prefix=" + logs.resolve("tx"),
                  "--file=" + file));
      script.constants().forEach((value, name) -> command.add("--define=" + name + "=" + value));
      command.add(database.url().replaceFirst("^jdbc:", ""));
      int code =
          Commands.run(
              command,
              Map.of("PGUSER", database.app().user(), "PGPASSWORD", database.app().password()),
              output,
              seconds + 60);
      // It ends with 0 though clients were aborted; then it says so.
      String said = Files.readString(output);
      if (code != 0 || said.contains("aborted")) {
        throw new LauncherException(
            "pgbench could not repeat the statements of a redemption", Child.tail(output));
      }
      Run run = new Run(latencies(logs), seconds);
      Folders.delete(logs);
      return run;
    } catch (IOException e) {
      throw new LauncherException(
          "cannot run pgbench, which comes with PostgreSQL's contributed programs: "
              + Problems.tell(e),
          e);
    }
  }

  private static long[] latencies(Path logs) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(logs)) {
      files = all.filter(each -> each.getFileName().toString().startsWith("tx")).toList();
    }
    List<long[]> parts = new ArrayList<>();
    for (Path each : files) {
      try (Stream<String> lines = Files.lines(each)) {
        parts.add(
            lines.mapToLong(line -> Long.parseLong(line.split(" ")[MICROS_COLUMN])).toArray());
      }
    }
    return parts.stream().flatMapToLong(Arrays::stream).sorted().toArray();
  }
}
