package com.heyi.testing;

import com.fasterxml.jackson.databind.JsonNode;

/** Complaints on their way through the desk, over REST. */
public final class Cases {
  private Cases() {}

  /** Takes down what a complainant raises, with its reply, so that the answer may go. */
  public static void addressed(String complaint) {
    String points = "/api/v1/complaints/" + complaint + "/file/points";
    Answer raised = Callers.handler().post(points, "{\"raised\": \"为何收取年费\"}");
    JsonNode all = raised.json().path("points");
    JsonNode point = all.path(all.size() - 1);
    Answer replied =
        Callers.handler()
            .post(
                points + "/" + point.path("id").asText() + "/reply",
                "{\"expectedVersion\": %d, \"reply\": \"已说明收费依据\"}"
                    .formatted(point.path("version").asLong()));
    if (replied.status() != 200) {
      throw new AssertionError(replied.toString());
    }
  }
}
