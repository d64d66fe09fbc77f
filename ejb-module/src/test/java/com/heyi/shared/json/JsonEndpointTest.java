package com.heyi.shared.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.shared.json.JsonEndpoint.Answer;
import com.heyi.shared.json.JsonEndpoint.Verdict;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonEndpointTest {
  private HttpServer server;
  private int status = 200;
  private HttpExchange seen;
  private String posted;

  @BeforeEach
  void anEndpointThatAnswersAsItIsTold() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          seen = exchange;
          posted = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          byte[] answer = "{\"number\": \"甲1\"}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void itEnds() {
    server.stop(0);
  }

  @ParameterizedTest
  @CsvSource({
    "200, TAKEN", "204, TAKEN", "299, TAKEN", "302, FAILED", "400, REFUSED", "401, CLOSED",
    "403, CLOSED", "404, CLOSED", "408, FAILED", "409, FAILED", "422, REFUSED", "429, FAILED",
    "500, FAILED", "503, FAILED"
  })
  void whatAnAnswerSaysOfWhatWasPosted(int answered, Verdict verdict) {
    status = answered;
    Answer answer = endpoint("secret").ask("K-1", Map.of());
    assertThat(answer.verdict()).isEqualTo(verdict);
    assertThat(answer.status()).isEqualTo(answered);
    assertThat(answer.isKeyKnown()).isEqualTo(answered == 409);
    assertThat(endpoint("secret").post("K-1", Map.of()).verdict()).isEqualTo(verdict);
  }

  @Test
  void whatIsPostedComesWithItsKeyAndTheTokenAndTheAnswerIsReadOnlyWhenAskedFor() {
    Answer answer = endpoint("secret").ask("K-1", Map.of("text", "您好"));
    assertThat(answer.body()).isEqualTo("{\"number\": \"甲1\"}");
    assertThat(posted).isEqualTo("{\"text\":\"您好\"}");
    assertThat(seen.getRequestHeaders().getFirst("Idempotency-Key")).isEqualTo("K-1");
    assertThat(seen.getRequestHeaders().getFirst("Authorization")).isEqualTo("Bearer secret");
    assertThat(endpoint(null).post("K-2", Map.of()).body()).isNull();
    assertThat(seen.getRequestHeaders().containsKey("Authorization")).isFalse();
  }

  @Test
  void amountsArePostedWithoutPowersOfTen() {
    endpoint(null).post("K-1", Map.of("price", new BigDecimal("0.00000099")));
    assertThat(posted).isEqualTo("{\"price\":0.00000099}");
  }

  @Test
  void oneThatIsNotThereHasFailedAndTellsNothingOfWhatWasPosted() {
    server.stop(0);
    Answer answer = endpoint("secret").ask("K-1", Map.of("text", "您好"));
    assertThat(answer.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(answer.detail()).doesNotContain("您好").doesNotContain("secret");
    assertThat(new JsonEndpoint(Optional.empty(), Optional.empty()).isConfigured()).isFalse();
  }

  private JsonEndpoint endpoint(String token) {
    URI url = URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    return new JsonEndpoint(Optional.of(url), Optional.ofNullable(token));
  }
}
