package com.heyi.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Sends a file to the running application and shows how it is loaded. It succeeds when the file was
 * worked through, whatever was rejected.
 */
@Command(name = "import")
final class ImportCommand implements Callable<Integer> {

  private static final Set<String> ENDS = Set.of("FINISHED", "FAILED", "STOPPED");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration UPLOAD_PATIENCE = Duration.ofMinutes(30);
  private static final long POLL_MILLIS = 500;
  private static final int UNAUTHORIZED = 401;
  private static final int ACCEPTED = 202;
  private static final String WAITING = "PENDING";
  private static final ObjectMapper JSON = new ObjectMapper();

  @Parameters(index = "0", paramLabel = "KIND")
  private String kind;

  @Parameters(index = "1", paramLabel = "FILE")
  private Path file;

  private final Settings settings;
  private final Console console;

  ImportCommand(Settings settings, Console console) {
    this.settings = settings;
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!Files.isRegularFile(file)) {
      throw new LauncherException("there is no file " + file);
    }
    if (!Files.isReadable(file)) {
      throw new LauncherException("cannot read " + file + ": permission denied");
    }
    Home home = Home.find();
    Properties state = state(settings.data(home));
    URI imports =
        URI.create(
            state.getProperty("url", "http://localhost:" + settings.httpPort())
                + "/api/v1/imports");
    Supplier<String> signIn = signIn(home, state);
    HttpResponse<String> taken = send(imports, signIn.get());
    JsonNode told = JSON.readTree(taken.body());
    String id =
        taken.statusCode() == ACCEPTED
            ? approved(imports.resolve("/"), told.path("approval").asText(), signIn)
            : told.path("id").asText();
    return follow(URI.create(imports + "/" + id), signIn);
  }

  /** The addresses that the running platform has written down; none when it was never run. */
  private static Properties state(DataFolder data) {
    Properties state = new Properties();
    if (Files.exists(data.state())) {
      try (var reader = Files.newBufferedReader(data.state())) {
        state.load(reader);
      } catch (IOException e) {
        throw new LauncherException("cannot read " + data.state() + ": " + Problems.tell(e), e);
      }
    }
    return state;
  }

  private Supplier<String> signIn(Home home, Properties state) {
    Realm realm = Realm.read(home.realm());
    URI issuer =
        URI.create(
            state.getProperty(
                "issuer", KeycloakProcess.issuer(settings.keycloakPort()).toString()));
    String user = settings.get("HEYI_USER").orElse(realm.administrator());
    String password =
        settings
            .get("HEYI_PASSWORD")
            .or(() -> realm.passwordIfKnown(user))
            .orElseGet(() -> ask(user));
    return () -> new Tokens(issuer, realm).ofUser(user, password);
  }

  private static String ask(String user) {
    if (System.console() == null) {
      throw new LauncherException("the password of " + user + " is not known: set HEYI_PASSWORD");
    }
    return new String(System.console().readPassword("Password of %s: ", user));
  }

  private HttpResponse<String> send(URI imports, String token)
      throws IOException, InterruptedException {
    Progress.Step step = console.begin("Sending " + file.getFileName());
    URI address =
        URI.create(
            imports
                + "?kind="
                + encode(kind)
                + "&filename="
                + encode(file.getFileName().toString()));
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(UPLOAD_PATIENCE)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/octet-stream")
            .header("Accept", "application/json")
            .header("Accept-Language", language())
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(body())
            .build();
    HttpResponse<String> answer;
    try {
      answer = ask(request);
    } catch (IOException e) {
      // the answer was lost on its way: the same key again, so that the file is not taken twice
      answer = ask(request);
    }
    if (answer.statusCode() / 100 != 2) {
      throw refused(answer);
    }
    step.done(Files.size(file) + " bytes");
    return answer;
  }

  /**
   * Waits until a second person has approved the import. Breaking off harms nothing: the import
   * begins when it is approved, watched or not.
   *
   * @return the id of the run
   */
  private String approved(URI root, String approval, Supplier<String> signIn)
      throws IOException, InterruptedException {
    URI request = root.resolve("/api/v1/approvals/" + approval);
    console.line(
        "  Waits for the approval of a second person: "
            + root.resolve("/approvals/approval.xhtml?id=" + approval));
    console.line("  You may break off (Ctrl-C): the import begins when it is approved.");
    String token = signIn.get();
    while (true) {
      HttpResponse<String> answer;
      try {
        answer = poll(request, token);
        if (answer.statusCode() == UNAUTHORIZED) {
          token = signIn.get();
          answer = poll(request, token);
        }
      } catch (IOException | LauncherException e) {
        throw new LauncherException(
            "the application went away; the request for approval is kept: " + request, e);
      }
      if (answer.statusCode() != 200) {
        throw refused(answer);
      }
      JsonNode now = JSON.readTree(answer.body());
      String status = now.path("status").asText();
      if ("APPROVED".equals(status)) {
        console.line("  Approved by " + now.path("decidedByName").asText() + ".");
        String result = now.path("result").asText();
        return result.substring(result.indexOf(':') + 1);
      }
      if (!WAITING.equals(status)) {
        String why = now.path("decisionReason").asText("");
        throw new LauncherException(
            "the import was not approved: "
                + status.toLowerCase(Locale.ROOT)
                + (why.isEmpty() || "null".equals(why) ? "" : ": " + why));
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  private HttpRequest.BodyPublisher body() {
    try {
      return HttpRequest.BodyPublishers.ofFile(file);
    } catch (FileNotFoundException e) {
      throw new LauncherException("there is no file " + file, e);
    }
  }

  private int follow(URI run, Supplier<String> signIn) throws IOException, InterruptedException {
    long start = System.nanoTime();
    long rowsAtStart = -1;
    String token = signIn.get();
    String shown = "";
    while (true) {
      HttpResponse<String> answer;
      try {
        answer = poll(run, token);
        if (answer.statusCode() == UNAUTHORIZED) {
          // tokens live for minutes, imports may run for longer
          token = signIn.get();
          answer = poll(run, token);
        }
      } catch (IOException | LauncherException e) {
        throw new LauncherException(
            "the application went away; the import goes on by itself when it is started again: "
                + run,
            e);
      }
      if (answer.statusCode() != 200) {
        throw refused(answer);
      }
      JsonNode now = JSON.readTree(answer.body());
      String status = now.path("status").asText();
      if (rowsAtStart < 0) {
        rowsAtStart = now.path("rowsRead").asLong();
      }
      double seconds = Math.max(0.001, (System.nanoTime() - start) / 1e9);
      long speed = Math.round((now.path("rowsRead").asLong() - rowsAtStart) / seconds);
      if (console.isTerminal()) {
        console.live(line(now, speed));
      } else if (!status.equals(shown)) {
        console.line("  " + status.toLowerCase(Locale.ROOT));
        shown = status;
      }
      if (ENDS.contains(status)) {
        return end(run, now, status, speed);
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  /** What the living line says. */
  static String line(JsonNode now, long speed) {
    long total = now.path("totalBytes").asLong();
    long read = now.path("readBytes").asLong();
    String part = total > 0 ? (100 * Math.min(read, total) / total) + "%" : "";
    return String.format(
        Locale.ROOT,
        "  %4s  %,d rows read: %,d loaded, %,d loaded before, %,d rejected; %,d rows/s",
        part,
        now.path("rowsRead").asLong(),
        now.path("loaded").asLong(),
        now.path("unchanged").asLong(),
        now.path("rejected").asLong(),
        speed);
  }

  private int end(URI run, JsonNode now, String status, long speed) {
    console.line(line(now, overallSpeed(now).orElse(speed)));
    if (now.path("rejected").asLong() > 0) {
      console.line("  Rejected rows, with reasons: " + run + "/rejects");
    }
    if ("FINISHED".equals(status)) {
      console.line("  Finished.");
      return 0;
    }
    throw new LauncherException(
        "the import " + status.toLowerCase(Locale.ROOT) + ": " + now.path("message").asText());
  }

  /** Rows a second from the job's start to its end, when the application tells both. */
  private static OptionalLong overallSpeed(JsonNode now) {
    try {
      long millis =
          Duration.between(
                  Instant.parse(now.path("startedAt").asText()),
                  Instant.parse(now.path("finishedAt").asText()))
              .toMillis();
      return millis > 0
          ? OptionalLong.of(now.path("rowsRead").asLong() * 1000 / millis)
          : OptionalLong.empty();
    } catch (DateTimeParseException e) {
      return OptionalLong.empty();
    }
  }

  private static HttpResponse<String> poll(URI run, String token)
      throws IOException, InterruptedException {
    return ask(
        HttpRequest.newBuilder(run)
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .header("Accept", "application/json")
            .header("Accept-Language", language())
            .GET()
            .build());
  }

  private static HttpResponse<String> ask(HttpRequest request)
      throws IOException, InterruptedException {
    try {
      return Web.client().send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (java.net.ConnectException e) {
      throw new LauncherException(
          "nobody answers at " + request.uri().resolve("/") + ": is ./heyi run running?", e);
    }
  }

  /** The words of a problem+json answer, else its status. */
  private static LauncherException refused(HttpResponse<String> answer) {
    String detail = "";
    try {
      JsonNode problem = JSON.readTree(answer.body());
      if (problem != null) {
        detail = problem.path("detail").asText(problem.path("title").asText(""));
        String code = problem.path("code").asText("");
        detail += code.isEmpty() ? "" : " (" + code + ")";
      }
    } catch (IOException e) {
      detail = "no explanation given";
    }
    return new LauncherException("the application refused: " + answer.statusCode() + " " + detail);
  }

  private static String language() {
    return Locale.getDefault().toLanguageTag();
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
