package com.heyi.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The statements of one transaction of the application, read from the log of PostgreSQL. */
final class StatementTrace {
  private static final Pattern STATEMENT =
      Pattern.compile("(?s).*?\\[(\\d+)\\] LOG:  (?:execute \\S+|statement): (.*)");
  private static final Pattern PARAMETERS =
      Pattern.compile("(?s).*?\\[(\\d+)\\] DETAIL:  [Pp]arameters: (.*)");
  private static final Pattern VALUE =
      Pattern.compile("\\$(\\d+) = (?:(NULL)|'((?:[^']|'')*)')(?:, |$)");

  /**
   * A statement as it was sent.
   *
   * @param sql with its placeholders
   * @param values of the placeholders in their order; null where none was given
   */
  record Traced(String sql, List<String> values) {}

  private StatementTrace() {}

  /**
   * The transaction in which this was said.
   *
   * @param log of PostgreSQL, with all statements and their parameters
   * @param from where in the log to begin, in bytes
   * @param mark what only the wanted transaction says
   * @throws LauncherException when no such transaction stands in the log
   */
  static List<Traced> transaction(Path log, long from, String mark) throws IOException {
    byte[] all = Files.readAllBytes(log);
    String text =
        new String(
            all, (int) from, all.length - (int) from, java.nio.charset.StandardCharsets.UTF_8);
    Map<String, List<Traced>> open = new LinkedHashMap<>();
    List<Traced> found = null;
    for (String entry : entries(text)) {
      Matcher values = PARAMETERS.matcher(entry);
      if (values.matches()) {
        List<Traced> said = open.get(values.group(1));
        if (said != null && !said.isEmpty()) {
          Traced last = said.remove(said.size() - 1);
          said.add(new Traced(last.sql(), values(values.group(2))));
        }
        continue;
      }
      Matcher statement = STATEMENT.matcher(entry);
      if (!statement.matches()) {
        continue;
      }
      String sql = statement.group(2).strip();
      List<Traced> said = open.computeIfAbsent(statement.group(1), any -> new ArrayList<>());
      if ("BEGIN".equals(sql)) {
        said.clear();
      }
      said.add(new Traced(sql, List.of()));
      if ("COMMIT".equals(sql) && said.stream().anyMatch(each -> each.sql().contains(mark))) {
        found = List.copyOf(said);
      }
      if ("COMMIT".equals(sql) || "ROLLBACK".equals(sql)) {
        said.clear();
      }
    }
    if (found == null) {
      throw new LauncherException("PostgreSQL's log shows no transaction with: " + mark);
    }
    return found;
  }

  /** A line of the log with those that continue it. */
  private static List<String> entries(String text) {
    List<String> entries = new ArrayList<>();
    for (String line : text.split("\n")) {
      if (line.startsWith("\t") && !entries.isEmpty()) {
        entries.set(entries.size() - 1, entries.get(entries.size() - 1) + "\n" + line.substring(1));
      } else {
        entries.add(line);
      }
    }
    return entries;
  }

  private static List<String> values(String text) {
    List<String> values = new ArrayList<>();
    Matcher value = VALUE.matcher(text);
    while (value.find()) {
      values.add(value.group(2) != null ? null : value.group(3).replace("''", "'"));
    }
    return values;
  }
}
