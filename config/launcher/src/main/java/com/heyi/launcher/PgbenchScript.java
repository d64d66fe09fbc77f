package com.heyi.launcher;

import com.heyi.launcher.StatementTrace.Traced;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The statements of one traced redemption as a script of pgbench, in which each transaction takes
 * another customer and another item and makes ids of its own. The texts are those that the
 * application sent; only types are added to the placeholders, which the driver says and pgbench
 * does not.
 */
final class PgbenchScript {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$(\\d+)");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern MOMENT =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d[.\\d]*\\+\\d\\d");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");
  private static final Pattern BIG = Pattern.compile("-?\\d{10,18}");
  private static final Pattern INSERT =
      Pattern.compile("(?s)insert into (\\S+)(?: as \\w+)? \\(([^)]*)\\) values \\(([^)]*)\\).*");
  private static final Pattern INTO = Pattern.compile("insert into (\\S+)");
  private static final Pattern UNNEST =
      Pattern.compile("(?s)unnest\\(([^)]*)\\) as \\w+ \\(([^)]*)\\)");

  /** Time-ordered like those of the application, so that indexes grow at the same end. */
  private static final String NEW_ID =
      "(lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0') || '7' ||"
          + " substr(md5(random()::text), 1, 19))::uuid";

  /** What the numbers of these columns come from: the answers of statements before. */
  private static final Map<String, String> ANSWERED =
      Map.of(
          "mall.ledger_entry.entry_no", "entries",
          "mall.ledger_entry.balance_after", "balance",
          "audit.entry.lane", "lane",
          "audit.entry.seq", "seq");

  private final Map<String, String> known;
  private final Map<String, String> typesOfColumns;
  private final Map<String, String> columns = new LinkedHashMap<>();
  private final List<String> lines = new ArrayList<>();
  private final Map<String, String> constants = new LinkedHashMap<>();
  private int fresh;
  private int texts;

  private PgbenchScript(Map<String, String> known, Map<String, String> typesOfColumns) {
    this.known = new LinkedHashMap<>(known);
    this.typesOfColumns = typesOfColumns;
  }

  /**
   * A script and the variables that it must be given.
   *
   * @param statements what one transaction sends, without the one that makes its ids
   */
  record Script(String text, Map<String, String> constants, int statements) {}

  /**
   * @param customers how many there are, numbered from 1 as {@code :c}
   * @param items how many there are, numbered from 1 as {@code :i}
   * @param known values of the traced call and the SQL expressions that take their place
   * @param typesOfColumns the types of the database's columns by {@code schema.table.column}
   */
  static Script of(
      List<Traced> trace,
      int customers,
      int items,
      Map<String, String> known,
      Map<String, String> typesOfColumns) {
    PgbenchScript script = new PgbenchScript(known, typesOfColumns);
    for (Traced statement : trace) {
      script.add(statement);
    }
    StringBuilder text = new StringBuilder();
    text.append("\\set c random(1, ").append(customers).append(")\n");
    text.append("\\set i random(1, ").append(items).append(")\n");
    text.append("select ");
    text.append(
        String.join(
            ", ",
            script.columns.entrySet().stream()
                .map(column -> column.getValue() + " as " + column.getKey())
                .toList()));
    text.append(" from (select ");
    List<String> ids = new ArrayList<>();
    for (int n = 1; n <= script.fresh; n++) {
      ids.add(NEW_ID + " as n" + n);
    }
    text.append(String.join(", ", ids)).append(") made \\gset\n");
    script.lines.forEach(line -> text.append(line).append('\n'));
    return new Script(text.toString(), script.constants, trace.size());
  }

  private void add(Traced statement) {
    String sql = statement.sql().replaceAll("\\s+", " ");
    List<String> targets = targets(statement);
    Map<Integer, String> arrayTypes = arrayTypes(sql);
    Matcher placeholder = PLACEHOLDER.matcher(sql);
    StringBuilder said = new StringBuilder();
    while (placeholder.find()) {
      int n = Integer.parseInt(placeholder.group(1));
      String value = statement.values().get(n - 1);
      String answered = n <= targets.size() ? ANSWERED.get(targets.get(n - 1)) : null;
      String written = answered != null ? ":" + answered : written(value, arrayTypes.get(n));
      placeholder.appendReplacement(said, Matcher.quoteReplacement(written));
    }
    placeholder.appendTail(said);
    String text = said.toString();
    if (sql.startsWith("insert into mall.points_account")) {
      lines.add(text + " \\gset");
    } else if (sql.contains("from audit.take_lane(")) {
      lines.add(text + " \\gset");
      lines.add("\\set seq :last_seq + 1");
    } else if (sql.contains("from mall.lot where customer_id")) {
      lines.add(text + " \\gset lot_");
      lines.add("\\set balance :lot_remaining - " + MallWorld.PRICE);
    } else {
      lines.add(text + ";");
    }
  }

  /** Table and column of each placeholder of a plain insert. */
  private static List<String> targets(Traced statement) {
    Matcher insert = INSERT.matcher(statement.sql().replaceAll("\\s+", " "));
    List<String> targets = new ArrayList<>();
    if (insert.matches()) {
      String[] names = insert.group(2).split(", ");
      String[] values = insert.group(3).split(", ");
      for (int i = 0; i < Math.min(names.length, values.length); i++) {
        if (PLACEHOLDER.matcher(values[i]).matches()) {
          targets.add(insert.group(1) + "." + names[i]);
        }
      }
    }
    return targets;
  }

  /** The types of what is unnested, by the names that its columns get. */
  private Map<Integer, String> arrayTypes(String sql) {
    Map<Integer, String> types = new LinkedHashMap<>();
    Matcher into = INTO.matcher(sql);
    String table = into.lookingAt() ? into.group(1) + "." : "";
    Matcher unnest = UNNEST.matcher(sql);
    while (unnest.find()) {
      String[] arrays = unnest.group(1).split(", ");
      String[] names = unnest.group(2).split(", ");
      for (int i = 0; i < arrays.length; i++) {
        Matcher placeholder = PLACEHOLDER.matcher(arrays[i]);
        if (placeholder.matches()) {
          String stored = typesOfColumns.get(table + names[i]);
          types.put(
              Integer.parseInt(placeholder.group(1)),
              stored == null ? type(names[i]) : stored + "[]");
        }
      }
    }
    return types;
  }

  /** What is unnested to change rows: which ones, and by how much. */
  private static String type(String column) {
    return column.equals("id") ? "uuid[]" : "bigint[]";
  }

  private String written(String value, String arrayType) {
    if (value == null) {
      return "null";
    }
    String cast = arrayType != null ? "::" + arrayType : cast(value);
    if (UUID.matcher(value).matches() && !known.containsKey(value)) {
      known.put(value, madeNow());
    }
    if (known.containsKey(value)) {
      String expression = known.get(value);
      // A key of the caller may look like an id, and is a text.
      boolean text = UUID.matcher(value).matches() && expression.endsWith("::text");
      return ":" + column(expression) + (text ? "" : cast);
    }
    if (MOMENT.matcher(value).matches()) {
      return ":" + column("clock_timestamp()") + "::timestamptz";
    }
    boolean json = value.startsWith("[{") || value.startsWith("{\"");
    if (!json && (UUID.matcher(value).find() || value.startsWith("{") && mentionsKnown(value))) {
      return ":" + column(pieced(value)) + cast;
    }
    // Whatever follows a colon is a variable to pgbench, also between quotes.
    return (value.contains(":") ? ":" + constant(value) : literal(value)) + cast;
  }

  private String madeNow() {
    return "n" + ++fresh;
  }

  private String constant(String value) {
    return constants.computeIfAbsent(value, any -> "constant" + (constants.size() + 1));
  }

  private static String cast(String value) {
    if (UUID.matcher(value).matches()) {
      return "::uuid";
    }
    if (DAY.matcher(value).matches()) {
      return "::date";
    }
    if (WHOLE.matcher(value).matches()) {
      return "::int";
    }
    return BIG.matcher(value).matches() ? "::bigint" : "";
  }

  private boolean mentionsKnown(String value) {
    return known.keySet().stream().anyMatch(value::contains);
  }

  /** The value with what each transaction has of its own put in its place. */
  private String pieced(String value) {
    String text = literal(value);
    for (Map.Entry<String, String> each : known.entrySet()) {
      text = text.replace(each.getKey(), "' || (" + each.getValue() + ")::text || '");
    }
    Matcher id = UUID.matcher(text);
    StringBuilder pieced = new StringBuilder();
    while (id.find()) {
      String made = madeNow();
      known.put(id.group(), made);
      id.appendReplacement(pieced, Matcher.quoteReplacement("' || " + made + " || '"));
    }
    return id.appendTail(pieced).toString();
  }

  /** The variable that holds this expression. */
  private String column(String expression) {
    for (Map.Entry<String, String> each : columns.entrySet()) {
      if (each.getValue().equals(expression)) {
        return each.getKey();
      }
    }
    String name = "v" + ++texts;
    columns.put(name, expression);
    return name;
  }

  private static String literal(String value) {
    return "'" + value.replace("'", "''") + "'";
  }
}
