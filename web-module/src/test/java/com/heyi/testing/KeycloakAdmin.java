package com.heyi.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.heyi.launcher.KeycloakProcess;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Changes the realm of the suite where a test needs what the demo realm has not. */
public final class KeycloakAdmin {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final ObjectMapper JSON = new ObjectMapper();

  private KeycloakAdmin() {}

  /**
   * A real token for the API whose life is a few seconds, of a client made for it.
   *
   * @param seconds life of the token
   */
  public static String shortLivedToken(int seconds) {
    String name = "short-" + UUID.randomUUID();
    String client =
        """
        {"clientId": "%s", "publicClient": false, "secret": "%s", "serviceAccountsEnabled": true,
         "standardFlowEnabled": false, "attributes": {"access.token.lifespan": "%d"},
         "protocolMappers": [{"name": "audience", "protocol": "openid-connect",
           "protocolMapper": "oidc-audience-mapper",
           "config": {"included.custom.audience": "heyi-api", "access.token.claim": "true"}}]}
        """
            .formatted(name, name, seconds);
    HttpResponse<String> made =
        send(
            HttpRequest.newBuilder(URI.create(base() + "/admin/realms/heyi/clients"))
                .header("Authorization", "Bearer " + adminToken())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(client))
                .build());
    if (made.statusCode() != 201) {
      throw new AssertionError("Keycloak made no client: " + made.body());
    }
    return token(
        "heyi", "grant_type=client_credentials&client_id=" + name + "&client_secret=" + name);
  }

  private static String adminToken() {
    return token(
        "master",
        "grant_type=password&client_id=admin-cli&username="
            + KeycloakProcess.ADMIN_USER
            + "&password="
            + URLEncoder.encode(KeycloakProcess.ADMIN_PASSWORD, StandardCharsets.UTF_8));
  }

  private static String token(String realm, String form) {
    URI address = URI.create(base() + "/realms/" + realm + "/protocol/openid-connect/token");
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    try {
      JsonNode json = JSON.readTree(answer.body());
      if (!json.has("access_token")) {
        throw new AssertionError("Keycloak gave no token: " + answer.body());
      }
      return json.path("access_token").asText();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String base() {
    String issuer = RunningHeyi.get().issuer().toString();
    return issuer.substring(0, issuer.indexOf("/realms/"));
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
