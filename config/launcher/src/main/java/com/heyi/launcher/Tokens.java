package com.heyi.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Access tokens from a running Keycloak. */
public final class Tokens {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI issuer;
  private final Realm realm;

  /**
   * @param issuer of the realm
   * @param realm the demo realm, for passwords and secrets
   */
  public Tokens(URI issuer, Realm realm) {
    this.issuer = issuer;
    this.realm = realm;
  }

  /** The token of a demo user, with the audience of the API. */
  public String ofUser(String user) {
    return ofUser(user, realm.password(user));
  }

  /** The token of any user, with the audience of the API. */
  public String ofUser(String user, String password) {
    return request(
        Map.of(
            "grant_type",
            "password",
            "client_id",
            "heyi-cli",
            "username",
            user,
            "password",
            password));
  }

  /**
   * The token of a demo branch system.
   *
   * @param branch such as B0101
   */
  public String ofBranch(String branch) {
    return ofClient("branch-" + branch.toLowerCase(java.util.Locale.ROOT));
  }

  /** The token of a demo user for another audience than the API: it must be refused. */
  public String ofUserForAnotherAudience(String user) {
    return request(
        Map.of(
            "grant_type",
            "password",
            "client_id",
            "other-app",
            "username",
            user,
            "password",
            realm.password(user)));
  }

  /** The token of the service account of a demo client. */
  public String ofClient(String clientId) {
    return request(
        Map.of(
            "grant_type",
            "client_credentials",
            "client_id",
            clientId,
            "client_secret",
            realm.secret(clientId)));
  }

  private String request(Map<String, String> form) {
    String body =
        new TreeMap<>(form)
            .entrySet().stream()
                .map(entry -> entry.getKey() + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
    URI address = URI.create(issuer + "/protocol/openid-connect/token");
    try {
      HttpResponse<String> response =
          Web.client()
              .send(
                  HttpRequest.newBuilder(address)
                      .timeout(PATIENCE)
                      .header("Content-Type", "application/x-www-form-urlencoded")
                      .POST(HttpRequest.BodyPublishers.ofString(body))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      JsonNode answer = JSON.readTree(response.body());
      if (response.statusCode() != 200) {
        throw new LauncherException(
            "sign-in of "
                + form.getOrDefault("username", form.get("client_id"))
                + " refused: "
                + answer.path("error_description").asText(answer.path("error").asText()));
      }
      return answer.path("access_token").asText();
    } catch (IOException e) {
      throw new LauncherException(
          "Keycloak does not answer at " + issuer + ": is ./heyi run running?", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LauncherException("interrupted while signing in", e);
    }
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
