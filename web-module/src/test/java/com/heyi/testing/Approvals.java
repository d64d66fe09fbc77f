package com.heyi.testing;

/** Requests for a second person, over REST. */
public final class Approvals {
  public static final String PATH = "/api/v1/approvals";

  private Approvals() {}

  /** The id of the request that the call waits by. */
  public static String waiting(Answer answer) {
    if (answer.status() != 202) {
      throw new AssertionError("nothing waits: " + answer);
    }
    return answer.text("approval");
  }

  /** Approves as the other administrator; answers what the approved run was about, else null. */
  public static String approved(String id) {
    Answer done = approve(Callers.secondAdmin(), id);
    if (done.status() != 200) {
      throw new AssertionError(done.toString());
    }
    return done.json().path("result").asText(null);
  }

  /**
   * Sets what waits, with the approval that this needs itself.
   *
   * @param setting JSON of the setting but for its reason
   */
  public static void ruleSet(String action, String setting) {
    String path = "/api/v1/approval-rules/" + action;
    Answer now = Callers.admin().get(path);
    approved(
        waiting(
            Callers.admin()
                .ifMatch(now.etag())
                .put(path, "{" + setting + ", \"reason\": \"试行\"}")));
  }

  /** Tries to approve. */
  public static Answer approve(Client checker, String id) {
    return checker.ifMatch("\"0\"").post(PATH + "/" + id + "/approve", "");
  }

  /** Tries to reject. */
  public static Answer reject(Client checker, String id, String reason) {
    String why = reason == null ? "null" : "\"" + reason + "\"";
    return checker.ifMatch("\"0\"").post(PATH + "/" + id + "/reject", "{\"reason\": " + why + "}");
  }

  /** Sees to it that the call is done: when it waits, the other administrator approves it. */
  public static void settled(Answer answer) {
    if (answer.status() == 202) {
      approved(waiting(answer));
    } else if (answer.status() / 100 != 2) {
      throw new AssertionError(answer.toString());
    }
  }
}
