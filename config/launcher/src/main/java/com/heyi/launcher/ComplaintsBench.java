package com.heyi.launcher;

import com.heyi.launcher.Database.Login;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/** How long every list and report of the complaints desk takes by REST on many complaints. */
final class ComplaintsBench implements AutoCloseable {
  private static final int WARM_UP_CALLS = 3;
  private static final int PATIENCE_MILLIS = 120_000;
  private static final String LIST = "/api/v1/complaints?limit=50&";
  private static final String SURVEYS = "/api/v1/surveys?limit=50&";
  private static final String REPORTS = "/api/v1/complaint-reports/";

  private final Platform platform;
  private final int rounds;
  private final Consumer<String> tell;
  private final Connection superuser;
  private String token;

  ComplaintsBench(Platform platform, int rounds, Consumer<String> tell) throws SQLException {
    this.platform = platform;
    this.rounds = rounds;
    this.tell = tell;
    this.superuser =
        Database.connect(
            platform.database().url(),
            new Login("postgres", Secrets.in(platform.options().data().secrets()).of("postgres")));
  }

  /** Makes so many complaints and measures. */
  void measure(long complaints) throws SQLException, IOException {
    long begin = System.nanoTime();
    make(complaints);
    tell.accept(
        String.format(
            Locale.ROOT,
            "%,d complaints with %,d steps and %,d clocks, made in %d s; %d calls each, one after"
                + " the other",
            number("select count(*) from complaints.complaint"),
            number("select count(*) from complaints.step"),
            number("select count(*) from complaints.clock"),
            (System.nanoTime() - begin) / 1_000_000_000,
            rounds));
    tell.accept("");
    tell.accept("| what | median, ms | 95 %, ms | CPU, application, ms | CPU, database, ms |");
    tell.accept("|---|---|---|---|---|");
    for (Map.Entry<String, String> one : asked().entrySet()) {
      token = platform.tokens().ofUser("handler.zhao");
      tell.accept(row(one.getKey(), one.getValue()));
    }
    tell.accept("");
    triageAll("without a model");
    train();
    triageAll("with the models");
    showTriaged();
  }

  /** Learns models from the words of closed cases, and tells how long it took and what of. */
  private void train() throws SQLException, IOException {
    token = platform.tokens().ofUser("admin.li");
    long begin = System.nanoTime();
    post("/api/v1/triage/runs", "{}");
    await("complaints.triage_run");
    tell.accept(
        String.format(
            Locale.ROOT,
            "trained in %.0f s, the most memory that the application has had: %s",
            (System.nanoTime() - begin) / 1e9,
            CpuTime.mostMemoryOfApplication(platform)));
    try (Statement statement = superuser.createStatement();
        ResultSet model =
            statement.executeQuery(
                "select m.*, length(bytes) as size, r.status from complaints.triage_model m"
                    + " join complaints.triage_run r on r.id = run_id order by number")) {
      while (model.next()) {
        tell.accept(
            String.format(
                Locale.ROOT,
                "%s: %s, %,d texts, %,d labels, %,d words, %,d kB",
                model.getString("target"),
                model.getString("status"),
                model.getLong("learned"),
                model.getLong("labels"),
                model.getLong("words"),
                model.getLong("size") / 1024));
      }
    }
    tell.accept("");
  }

  /** Triages every case in one batch, and tells how long it took; what it suggested goes unread. */
  private void triageAll(String how) throws SQLException, IOException {
    token = platform.tokens().ofUser("admin.li");
    long begin = System.nanoTime();
    post("/api/v1/triage/batches", "{\"scope\":\"ALL\"}");
    await("complaints.triage_batch");
    double seconds = (System.nanoTime() - begin) / 1e9;
    try (Statement statement = superuser.createStatement();
        ResultSet batch =
            statement.executeQuery(
                "select * from complaints.triage_batch order by requested_at desc limit 1")) {
      batch.next();
      tell.accept(
          String.format(
              Locale.ROOT,
              "triaged in one batch, %s: %,d of %,d cases in %.0f s, %,.0f a second"
                  + " (%s: %,d by words, %,d by facets, %,d of nothing known); the most memory that"
                  + " the application has had: %s",
              how,
              batch.getLong("done"),
              batch.getLong("total"),
              seconds,
              batch.getLong("done") / seconds,
              batch.getString("status"),
              batch.getLong("by_words"),
              batch.getLong("by_facets"),
              batch.getLong("no_words") + batch.getLong("unknown"),
              CpuTime.mostMemoryOfApplication(platform)));
    }
    tell.accept("");
  }

  private void await(String table) throws SQLException {
    while (number("select count(*) from " + table + " where finished_at is null") > 0) {
      sleep();
    }
  }

  private void showTriaged() throws SQLException, IOException {
    tell.accept(
        "| when all are triaged | median, ms | 95 %, ms | CPU, application, ms | CPU, database, ms"
            + " |");
    tell.accept("|---|---|---|---|---|");
    String one = text("select complaint_id from complaints.triage_suggestion limit 1");
    token = platform.tokens().ofUser("handler.zhao");
    tell.accept(row("progress of the triage", "/api/v1/triage/batches"));
    tell.accept(row("models with what people made of them", "/api/v1/triage/models"));
    tell.accept(row("suggestions of one case", "/api/v1/triage/complaints/" + one));
  }

  private static void sleep() {
    try {
      Thread.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LauncherException("interrupted", e);
    }
  }

  private void make(long complaints) throws SQLException, IOException {
    try (Statement statement = superuser.createStatement();
        Reader demo =
            Files.newBufferedReader(
                platform.options().home().demoData().resolve("complaints-bank.csv"))) {
      statement.execute(
          "create temp table demo (id text, via text, submitted text, received text, state text,"
              + " product text, sub_product text, issue text, sub_issue text, told text,"
              + " response text, timely text)");
      new CopyManager(superuser.unwrap(BaseConnection.class))
          .copyIn("copy demo from stdin (format csv, header)", demo);
    }
    try (InputStream in = ComplaintsBench.class.getResourceAsStream("complaints.sql");
        Statement statement = superuser.createStatement()) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String sql : all.replace(":total", Long.toString(complaints)).split(";\n")) {
        statement.execute(sql);
      }
      statement.execute("set session_replication_role = default");
    }
  }

  /** What is asked for, by what it is called. */
  private Map<String, String> asked() throws SQLException {
    String one = text("select id from complaints.complaint where source = 'HEYI' limit 1");
    String number = text("select number from complaints.complaint where source = 'HEYI' limit 1");
    String customer =
        text("select customer_id from complaints.complaint where customer_id is not null limit 1");
    Map<String, String> all = new LinkedHashMap<>();
    all.put("list, latest first", LIST);
    all.put("list by deadline", LIST + "sort=dueAt");
    all.put("list by number", LIST + "sort=number");
    all.put("open by deadline", LIST + "open=yes&sort=dueAt");
    all.put("overdue by deadline", LIST + "overdue=yes&sort=dueAt");
    all.put("mine", LIST + "queue=mine&sort=dueAt");
    all.put("nobody's", LIST + "queue=free&sort=dueAt");
    all.put("status handled, by deadline", LIST + "status=HANDLED&sort=dueAt");
    all.put("status closed", LIST + "status=CLOSED");
    all.put("channel", LIST + "channel=SOCIAL");
    all.put("product", LIST + "product=Mortgage");
    all.put("branch by deadline", LIST + "branch=B0007&sort=dueAt");
    all.put("level", LIST + "level=HEAD_OFFICE");
    all.put("handler", LIST + "handler=handler.7");
    all.put("customer", LIST + "customer=" + customer);
    all.put("source", LIST + "source=CFPB");
    all.put("a month two years ago", LIST + period(25, 24));
    all.put("number by its beginning", LIST + "number=" + number.substring(0, 8));
    all.put("words, found at once", LIST + "text=%E8%B5%94%E5%81%BF");
    all.put("Chinese words that no case has", LIST + "text=%E9%BE%8D%E9%AF%89");
    all.put("Latin words that many have", LIST + "text=mortgage");
    all.put("Latin words that no case has", LIST + "text=zyxgarble");
    all.put("a number in the words of one case", LIST + "text=%E6%A1%88%E5%8F%B74321");
    all.put("two Latin letters that no case has", LIST + "text=qx");
    all.put("two Latin letters that many have", LIST + "text=to");
    all.put("one Latin letter that no case has", LIST + "text=q");
    all.put("a letter and Chinese that no case has", LIST + "text=Q%E5%AE%A2%E6%88%B7");
    all.put("one case with its timeline", "/api/v1/complaints/" + one);
    all.put("its file: points, tasks, notes", "/api/v1/complaints/" + one + "/file");
    all.put(
        "its files, speakers and cases of the same matter",
        "/api/v1/complaints/" + one + "/intake");
    all.put("its progress, by number", "/api/v1/complaint-progress/" + number);
    all.put("who could handle it", "/api/v1/complaints/" + one + "/file/suggested-handlers");
    all.put("tasks of departments", "/api/v1/complaints-desk/tasks");
    all.put("similar cases and suggestions", "/api/v1/triage/complaints/" + one);
    all.put("figures of the desk", "/api/v1/complaints/figures");
    for (String by : new String[] {"branch", "product", "channel", "level", "cause", "month"}) {
      all.put("report of a year by " + by, REPORTS + "table?by=" + by + "&" + period(12, 0));
    }
    all.put("report of a quarter by branch", REPORTS + "table?by=branch&" + period(3, 0));
    for (String by : new String[] {"branch", "level", "month"}) {
      all.put(
          "satisfaction of a year by " + by,
          REPORTS + "satisfaction?by=" + by + "&" + period(12, 0));
    }
    all.put("surveys of a branch with the worst grade", SURVEYS + "branch=B0007&satisfaction=1");
    all.put("heat map of a year", REPORTS + "heat-map?" + period(12, 0));
    all.put("ageing", REPORTS + "ageing");
    all.put("re-complaints of a year", REPORTS + "cases?measure=REPEATED&" + period(12, 0));
    all.put("late cases of a year", REPORTS + "cases?measure=LATE&" + period(12, 0));
    return all;
  }

  private static String period(int from, int to) {
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    return "from=" + today.minusMonths(from).plusDays(1) + "&to=" + today.minusMonths(to);
  }

  private String row(String what, String path) throws IOException {
    for (int i = 0; i < WARM_UP_CALLS; i++) {
      get(path);
    }
    double application = CpuTime.ofApplication(platform);
    double database = CpuTime.ofDatabase(platform);
    long[] times = new long[rounds];
    for (int i = 0; i < rounds; i++) {
      long begin = System.nanoTime();
      get(path);
      times[i] = System.nanoTime() - begin;
    }
    application = (CpuTime.ofApplication(platform) - application) * 1000 / rounds;
    database = (CpuTime.ofDatabase(platform) - database) * 1000 / rounds;
    Arrays.sort(times);
    return String.format(
        Locale.ROOT,
        "| %s | %.0f | %.0f | %.0f | %.0f |",
        what,
        times[rounds / 2] / 1e6,
        times[Math.min(rounds - 1, rounds * 95 / 100)] / 1e6,
        application,
        database);
  }

  private void get(String path) throws IOException {
    answered(path, call(path));
  }

  private void post(String path, String body) throws IOException {
    HttpURLConnection call = call(path);
    call.setRequestMethod("POST");
    call.setDoOutput(true);
    call.setRequestProperty("Content-Type", "application/json");
    call.setRequestProperty("Idempotency-Key", UUID.randomUUID().toString());
    call.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    answered(path, call);
  }

  private HttpURLConnection call(String path) throws IOException {
    URI address = platform.url().resolve(path);
    HttpURLConnection call = (HttpURLConnection) address.toURL().openConnection();
    call.setConnectTimeout(PATIENCE_MILLIS);
    call.setReadTimeout(PATIENCE_MILLIS);
    call.setRequestProperty("Authorization", "Bearer " + token);
    return call;
  }

  private static void answered(String path, HttpURLConnection call) throws IOException {
    int status = call.getResponseCode();
    if (status != HttpURLConnection.HTTP_OK) {
      throw new LauncherException(path + " was answered by " + status);
    }
    try (InputStream in = call.getInputStream()) {
      in.readAllBytes();
    }
  }

  private long number(String sql) throws SQLException {
    return Long.parseLong(text(sql));
  }

  private String text(String sql) throws SQLException {
    try (Statement statement = superuser.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }

  @Override
  public void close() throws SQLException {
    superuser.close();
  }
}
