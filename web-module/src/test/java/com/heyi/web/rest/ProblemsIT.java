package com.heyi.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.heyi.testing.Answer;
import com.heyi.testing.Callers;
import com.heyi.testing.Customers;
import com.heyi.testing.People;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors of REST: one form (RFC 9457), stable codes, the caller's language, fields named. */
class ProblemsIT {
  private static final String UNKNOWN = "/00000000-0000-7000-8000-000000000000";

  @Test
  void aProblemHasAllThatTheStandardAsksFor() {
    Answer answer = Callers.operator().get(Customers.PATH + UNKNOWN);
    problem(answer, 404, "record.not-found");
    JsonNode problem = answer.json();
    assertThat(problem.path("type").asText()).isEqualTo("about:blank");
    assertThat(problem.path("status").asInt()).isEqualTo(404);
    assertThat(problem.path("title").asText()).isNotBlank();
    assertThat(problem.path("detail").asText()).isNotBlank();
    assertThat(problem.path("instance").asText())
        .isEqualTo("urn:heyi:request:" + answer.headerText("X-Request-Id"));
    assertThat(answer.headerText("Cache-Control")).contains("no-store");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zh-CN|zh-CN|未找到",
        "zh-TW|zh-TW|查無",
        "en|en|Not found",
        "en-GB,zh;q=0.5|en|Not found",
        "fr|zh-CN|未找到",
        "zh-Hant|zh-TW|查無"
      })
  void aProblemSpeaksTheCallersLanguage(String asked, String spoken, String word) {
    Answer answer = Callers.operator().speaking(asked).get(Customers.PATH + UNKNOWN);
    assertThat(answer.headerText("Content-Language")).isEqualTo(spoken);
    assertThat(answer.text("detail")).contains(word);
  }

  @Test
  void withoutALanguageItIsSimplifiedChinese() {
    Answer answer = Callers.operator().get(Customers.PATH + UNKNOWN);
    assertThat(answer.headerText("Content-Language")).isEqualTo("zh-CN");
  }

  @Test
  void everyWrongFieldIsNamedAtOnce() {
    String body =
        """
        {"name": "", "residentId": "%s", "phone": "12", "homeBranch": "somewhere"}
        """
            .formatted(People.wrong(People.residentId()));
    Answer answer = Callers.operator().speaking("en").post(Customers.PATH, body);
    problem(answer, 400, "request.invalid");
    assertThat(fields(answer)).contains("name", "residentId", "phone", "homeBranch");
    for (JsonNode field : answer.json().path("errors")) {
      assertThat(field.path("code").asText()).startsWith("constraint.");
      assertThat(field.path("message").asText()).isNotBlank().doesNotContain("{");
    }
  }

  @Test
  void anUnknownPropertyIsNamed() {
    Answer answer =
        Callers.operator().post(Customers.PATH, "{\"name\": \"王芳\", \"nickname\": \"x\"}");
    problem(answer, 400, "request.invalid");
    assertThat(fields(answer)).contains("nickname");
    assertThat(answer.json().path("errors").get(0).path("code").asText()).isEqualTo("json.unknown");
  }

  @Test
  void brokenJsonSaysWhereItBreaks() {
    Answer answer = Callers.operator().speaking("en").post(Customers.PATH, "{\"name\": \n oops}");
    problem(answer, 400, "request.not-json");
    assertThat(answer.text("detail")).contains("line 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "\"text\"", "7"})
  void aBodyOfTheWrongKindIsRefused(String body) {
    Answer answer = Callers.operator().post(Customers.PATH, body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertThat(answer.headerText("Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void aPathThatLeadsNowhereIsNotFound() {
    problem(Callers.operator().get("/api/v1/no-such-thing"), 404, "http.404");
  }

  @Test
  void aTextThatIsNoIdIsNotFound() {
    problem(Callers.operator().get(Customers.PATH + "/not-an-id"), 404, "record.not-found");
  }

  @Test
  void aMethodThatIsNotThereIsRefused() {
    Answer answer =
        Callers.operator()
            .ifMatch("\"1\"")
            .send("DELETE", Customers.PATH, BodyPublishers.noBody(), null);
    problem(answer, 405, "http.405");
    assertThat(answer.headerText("Allow")).contains("GET").contains("POST");
  }

  @Test
  void aBodyThatIsNoJsonIsRefused() {
    Answer answer =
        Callers.operator()
            .post(Customers.PATH, "name=x".getBytes(StandardCharsets.UTF_8), "text/plain");
    problem(answer, 415, "http.415");
  }

  @Test
  void aBodyThatIsTooLongIsRefusedByItsLength() {
    byte[] body = new byte[1024 * 1024 + 1];
    java.util.Arrays.fill(body, (byte) ' ');
    problem(
        Callers.operator().post(Customers.PATH, body, "application/json"),
        413,
        "request.too-large");
  }

  @Test
  void aBodyThatHidesItsLengthIsRefusedWhileReading() {
    byte[] body = new byte[1024 * 1024 + 1];
    java.util.Arrays.fill(body, (byte) ' ');
    Answer answer =
        Callers.operator()
            .send(
                "POST",
                Customers.PATH,
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
                "application/json");
    problem(answer, 413, "request.too-large");
  }

  @Test
  void aStrangerLearnsNothingFromAProblem() {
    Answer answer = Callers.operator().post(Customers.PATH, "{\"name\": {\"a\": 1}}");
    assertThat(answer.body()).doesNotContain("com.heyi").doesNotContain("Exception");
  }

  private static java.util.List<String> fields(Answer answer) {
    return StreamSupport.stream(answer.json().path("errors").spliterator(), false)
        .map(field -> field.path("field").asText())
        .toList();
  }

  private static void problem(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.headerText("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.code()).isEqualTo(code);
  }
}
