package com.heyi.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.testing.Answer;
import com.heyi.testing.Callers;
import com.heyi.testing.Client;
import com.heyi.testing.Forged;
import com.heyi.testing.KeycloakAdmin;
import com.heyi.testing.RunningHeyi;
import com.heyi.testing.Waiting;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens over real HTTP, with tokens of a real Keycloak and with forged ones. */
class WhoGetsInIT {
  private static final String ME = "/api/v1/me";

  @Test
  void aRealTokenOfAUserGetsIn() {
    Answer answer = Callers.operator().get(ME);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.text("user")).isEqualTo("operator.wang");
    assertThat(answer.json().path("roles").toString()).isEqualTo("[\"operator\"]");
  }

  @Test
  void aRealTokenOfABranchCarriesItsBranch() {
    Answer answer = Callers.branch("B0102").get(ME);
    assertThat(answer.text("user")).isEqualTo("branch-b0102");
    assertThat(answer.text("branch")).isEqualTo("B0102");
    assertThat(answer.json().path("roles").toString()).isEqualTo("[\"branch-system\"]");
  }

  @Test
  void withoutATokenNobodyGetsIn() {
    refused(Client.nobody().get(ME), "auth.token-missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/me", "/api/v1/imports", "/api/v1/no-such-thing", "/api"})
  void noPathOfTheApiIsOpen(String path) {
    refused(Client.nobody().get(path), "auth.token-missing");
  }

  @Test
  void anotherSchemeThanBearerIsNoToken() {
    Client basic = Client.nobody().with("Authorization", "Basic YWRtaW46YWRtaW4=");
    refused(basic.get(ME), "auth.token-missing");
  }

  @Test
  void aTokenForAnotherAudienceIsRefused() {
    String token = RunningHeyi.get().tokens().ofUserForAnotherAudience("operator.wang");
    Answer answer = Client.bearing(token).get(ME);
    refused(answer, "auth.audience");
    assertThat(answer.headerText("WWW-Authenticate")).contains("invalid_token");
  }

  @Test
  @DisplayName("a token is good for its life, and expired after it")
  void anExpiredTokenIsRefused() {
    Client client = Client.bearing(KeycloakAdmin.shortLivedToken(5));
    assertThat(client.get(ME).status()).isEqualTo(200);
    Answer later = Waiting.until(90, () -> client.get(ME), answer -> answer.status() != 200);
    refused(later, "auth.token-expired");
  }

  static Stream<String> forgedTokens() {
    String real = Callers.tokenOf("operator.wang");
    return Stream.of(
        Forged.byAnotherKey(real),
        Forged.byAnUnknownKey(real),
        Forged.unsigned(real),
        Forged.bySecret(real),
        Forged.withOtherClaims(
            real, claims -> claims.replace("\"operator\"", "\"head-office-admin\"")),
        real.substring(0, real.length() - 6),
        "abc",
        "a.b.c");
  }

  @ParameterizedTest(name = "forgery {index}")
  @MethodSource("forgedTokens")
  void aForgedTokenIsRefused(String token) {
    refused(Client.bearing(token).get(ME), "auth.token-invalid");
  }

  @Test
  void aWrongRoleIsForbidden() {
    Answer answer = Callers.handler().get("/api/v1/imports");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("auth.forbidden");
  }

  @Test
  void somebodyWithoutAnyRoleIsForbidden() {
    assertThat(Callers.newcomer().get("/api/v1/imports").status()).isEqualTo(403);
  }

  private static void refused(Answer answer, String code) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.headerText("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.headerText("WWW-Authenticate")).startsWith("Bearer realm=\"heyi\"");
  }
}
