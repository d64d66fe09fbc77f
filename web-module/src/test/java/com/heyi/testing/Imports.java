package com.heyi.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Imports sent over REST. */
public final class Imports {
  public static final String PATH = "/api/v1/imports";
  private static final Set<String> ACTIVE = Set.of("QUEUED", "RUNNING");
  private static final int PATIENCE_SECONDS = 300;

  private Imports() {}

  /** How a run ended or stands. */
  public record Run(
      String id, String status, long rowsRead, long loaded, long unchanged, long rejected) {
    static Run of(JsonNode run) {
      return new Run(
          run.path("id").asText(),
          run.path("status").asText(),
          run.path("rowsRead").asLong(),
          run.path("loaded").asLong(),
          run.path("unchanged").asLong(),
          run.path("rejected").asLong());
    }

    public boolean isOver() {
      return !ACTIVE.contains(status);
    }
  }

  /** Starts a run; the other administrator approves it. */
  public static Run start(String kind, String csv) {
    Answer started =
        Callers.admin()
            .post(
                PATH + "?kind=" + kind + "&filename=test.csv",
                csv.getBytes(StandardCharsets.UTF_8),
                "text/csv");
    String result = Approvals.approved(Approvals.waiting(started));
    return view(result.substring(result.indexOf(':') + 1));
  }

  /** The run as it stands. */
  public static Run view(String id) {
    Answer answer = Callers.admin().get(PATH + "/" + id);
    if (answer.status() != 200) {
      throw new AssertionError(answer.toString());
    }
    return Run.of(answer.json());
  }

  /** Starts a run and waits for its end. */
  public static Run finished(String kind, String csv) {
    return finished(start(kind, csv).id());
  }

  /** Waits for the end of a run. */
  public static Run finished(String id) {
    Run run = Waiting.until(PATIENCE_SECONDS, () -> view(id), Run::isOver);
    if (!run.status().equals("FINISHED")) {
      throw new AssertionError(Callers.admin().get(PATH + "/" + id).toString());
    }
    return run;
  }
}
