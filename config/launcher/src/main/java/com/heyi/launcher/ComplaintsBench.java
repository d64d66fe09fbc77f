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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/**
 * How long every list and report of the complaints desk, of what it learns and of its messages
 * takes by REST on many complaints.
 */
final class ComplaintsBench implements AutoCloseable {
  private static final int WARM_UP_CALLS = 3;
  private static final int PATIENCE_MILLIS = 120_000;

  private final Platform platform;
  private final int rounds;
  private final Consumer<String> tell;
  private final Connection superuser;
  private final List<String> failed = new ArrayList<>();
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

  /**
   * Makes so many complaints and measures.
   *
   * @param triage whether all are triaged too, and models learned from them
   */
  void measure(long complaints, boolean triage) throws SQLException, IOException {
    long begin = System.nanoTime();
    make(complaints);
    tell.accept(
        String.format(
            Locale.ROOT,
            "%,d complaints with %,d steps, %,d clocks and %,d messages, made in %d s; %d calls"
                + " each, one after the other",
            number("select count(*) from complaints.complaint"),
            number("select count(*) from complaints.step"),
            number("select count(*) from complaints.clock"),
            number("select count(*) from messages.message"),
            (System.nanoTime() - begin) / 1_000_000_000,
            rounds));
    freezeQuarter();
    tell.accept("");
    tell.accept("| what | median, ms | 95 %, ms | CPU, application, ms | CPU, database, ms |");
    tell.accept("|---|---|---|---|---|");
    for (DeskCalls.Call one : DeskCalls.of(superuser)) {
      token = one.token(platform.tokens());
      tell.accept(row(one.what(), one.path()));
    }
    tell.accept("");
    if (triage) {
      triageAll("without a model");
      train();
      triageAll("with the models");
      showTriaged();
    }
    if (!failed.isEmpty()) {
      throw new LauncherException(failed.size() + " calls were not answered", failed);
    }
  }

  /** Prepares a return to the supervisor, so that there is one to look at. */
  private void freezeQuarter() throws SQLException, IOException {
    token = platform.tokens().ofUser(DeskCalls.ADMIN);
    long begin = System.nanoTime();
    try {
      post("/api/v1/complaint-returns", "{\"quarter\":\"" + DeskCalls.lastQuarter() + "\"}");
    } catch (LauncherException e) {
      failed.add("return: " + e.getMessage());
    }
    tell.accept(
        String.format(
            Locale.ROOT,
            "a return of %,d cases of the last quarter, prepared in %.1f s",
            number("select count(*) from complaints.return_case"),
            (System.nanoTime() - begin) / 1e9));
  }

  /** Learns models from the words of closed cases, and tells how long it took and what of. */
  private void train() throws SQLException, IOException {
    token = platform.tokens().ofUser(DeskCalls.ADMIN);
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
    token = platform.tokens().ofUser(DeskCalls.ADMIN);
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
    token = platform.tokens().ofUser(DeskCalls.HANDLER);
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
    run("complaints.sql", complaints);
    run("complaints-around.sql", complaints);
    try (Statement statement = superuser.createStatement()) {
      statement.execute("set session_replication_role = default");
    }
  }

  private void run(String script, long complaints) throws SQLException, IOException {
    try (InputStream in = ComplaintsBench.class.getResourceAsStream(script);
        Statement statement = superuser.createStatement()) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String sql : all.replace(":total", Long.toString(complaints)).split(";\n")) {
        statement.execute(sql);
      }
    }
  }

  /** One line of the table; a call that is refused is told in it, and the others go on. */
  private String row(String what, String path) throws IOException {
    try {
      for (int i = 0; i < WARM_UP_CALLS; i++) {
        get(path);
      }
    } catch (LauncherException e) {
      failed.add(what + ": " + e.getMessage());
      return "| " + what + " | " + e.getMessage() + " | | | |";
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
