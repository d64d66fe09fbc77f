package com.heyi.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.heyi.testing.Answer;
import com.heyi.testing.Callers;
import com.heyi.testing.Client;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands open to everybody, and what every answer carries. */
class SurfaceIT {

  @Test
  void theApplicationSaysThatItIsReady() {
    Answer answer = Client.nobody().get("/health/ready");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("status")).isEqualTo("UP");
    assertThat(answer.body()).doesNotContain("password").doesNotContain("jdbc:");
  }

  @Test
  void theApplicationShowsItsMetrics() {
    Answer answer = Client.nobody().get("/metrics");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("# TYPE");
  }

  @Test
  void theDescriptionListsEveryOperationOfTheCode() {
    Answer answer = Client.nobody().with("Accept", "application/json").get("/openapi");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("openapi")).startsWith("3.");
    Set<String> described = new TreeSet<>();
    JsonNode paths = answer.json().path("paths");
    paths
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method ->
                            described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    assertThat(described).containsAll(operationsOfTheCode());
  }

  @Test
  void theDescriptionIsAlsoYaml() {
    Answer answer = Client.nobody().get("/openapi");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("openapi: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/me", "/api/v1/no-such-thing", "/health/ready", "/openapi"})
  void everyAnswerCarriesTheHeadersThatGuardTheBrowser(String path) {
    Answer answer = Callers.operator().get(path);
    assertThat(answer.headerText("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.headerText("X-Frame-Options")).isEqualTo("DENY");
    assertThat(answer.headerText("Referrer-Policy")).isEqualTo("same-origin");
    assertThat(answer.headerText("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(answer.headerText("X-Powered-By")).isEmpty();
  }

  @Test
  void answersOfTheApiAreNotKeptByCaches() {
    assertThat(Callers.operator().get("/api/v1/me").headerText("Cache-Control"))
        .contains("no-store");
  }

  @Test
  void apageAsksForTheSignInAtTheIdentityProvider() {
    Answer answer = Client.nobody().get("/");
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.headerText("Location")).contains("/realms/heyi/protocol/openid-connect/auth");
    assertThat(answer.headerText("Location")).contains("state=").contains("nonce=");
    assertThat(answer.response().headers().allValues("Set-Cookie"))
        .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly").contains("SameSite"));
  }

  private static Set<String> operationsOfTheCode() {
    Set<String> operations = new TreeSet<>();
    for (JavaClass type : new ClassFileImporter().importPackages("com.heyi.web")) {
      if (!type.isAnnotatedWith(Path.class)) {
        continue;
      }
      for (JavaMethod method : type.getMethods()) {
        method.getAnnotations().stream()
            .filter(mark -> mark.getRawType().isAnnotatedWith(HttpMethod.class))
            .map(mark -> mark.getRawType().getSimpleName())
            .forEach(verb -> operations.add(verb + " " + path(type, method)));
      }
    }
    assertThat(operations).isNotEmpty();
    return operations.stream().collect(Collectors.toCollection(TreeSet::new));
  }

  private static String path(JavaClass type, JavaMethod method) {
    String below =
        method.isAnnotatedWith(Path.class) ? method.getAnnotationOfType(Path.class).value() : "";
    String all = "/api/v1/" + type.getAnnotationOfType(Path.class).value() + "/" + below;
    return all.replaceAll("/+", "/").replaceAll("/$", "").replaceAll(":[^}]*}", "}");
  }
}
