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

  /** Tries to sign in with a password that is wrong. */
  public static void wrongPassword(String user) {
    HttpResponse<String> answer =
        ask(
            "heyi",
            "grant_type=password&client_id=heyi-cli&username=" + user + "&password=Wrong-pass-1");
    if (answer.statusCode() == 200) {
      throw new AssertionError("Keycloak took a wrong password");
    }
  }

  /** The id of a user of the realm. */
  public static String userId(String user) {
    HttpResponse<String> found =
        send(
            HttpRequest.newBuilder(
                    URI.create(base() + "/admin/realms/heyi/users?exact=true&username=" + user))
                .header("Authorization", "Bearer " + adminToken())
                .build());
    return json(found).path(0).path("id").asText();
  }

  /** Gives a role as the provider's own console does. */
  public static void grant(String userId, String role) {
    changeRole("POST", userId, role);
  }

  /** Takes a role as the provider's own console does. */
  public static void revoke(String userId, String role) {
    changeRole("DELETE", userId, role);
  }

  private static void changeRole(String method, String userId, String role) {
    String token = adminToken();
    String realm = base() + "/admin/realms/heyi";
    String representation =
        send(HttpRequest.newBuilder(URI.create(realm + "/roles/" + role))
                .header("Authorization", "Bearer " + token)
                .build())
            .body();
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(realm + "/users/" + userId + "/role-mappings/realm"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString("[" + representation + "]"))
                .build());
    if (answer.statusCode() != 204) {
      throw new AssertionError("Keycloak changed no role: " + answer.body());
    }
  }

  /**
   * Makes a person with a password.
   *
   * @param roles keys of the Heyi roles that he gets
   * @return his id in Keycloak
   */
  public static String person(String name, String password, String... roles) {
    String user =
        """
        {"username": "%s", "enabled": true, "firstName": "测试", "lastName": "人", "email": "%s@example.org",
         "attributes": {"branch": ["B0101"]},
         "credentials": [{"type": "password", "value": "%s", "temporary": false}]}
        """
            .formatted(name, name, password);
    expect(admin("POST", "/users", user), 201);
    HttpResponse<String> found = admin("GET", "/users?exact=true&username=" + name, null);
    String id = json(found).path(0).path("id").asText();
    for (String role : roles) {
      String known = admin("GET", "/roles/" + role, null).body();
      expect(admin("POST", "/users/" + id + "/role-mappings/realm", "[" + known + "]"), 204);
    }
    return id;
  }

  /** Removes a person. */
  public static void remove(String userId) {
    expect(admin("DELETE", "/users/" + userId, null), 204);
  }

  /** Whether Keycloak has locked a person out for wrong passwords. */
  public static boolean isLockedOut(String userId) {
    return json(admin("GET", "/attack-detection/brute-force/users/" + userId, null))
        .path("disabled")
        .asBoolean();
  }

  /** Forgets a person's wrong passwords, as an administrator does who lets him in again. */
  public static void unlock(String userId) {
    expect(admin("DELETE", "/attack-detection/brute-force/users/" + userId, null), 204);
  }

  private static HttpResponse<String> admin(String method, String path, String body) {
    return send(
        HttpRequest.newBuilder(URI.create(base() + "/admin/realms/heyi" + path))
            .header("Authorization", "Bearer " + adminToken())
            .header("Content-Type", "application/json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build());
  }

  private static void expect(HttpResponse<String> answer, int status) {
    if (answer.statusCode() != status) {
      throw new AssertionError(
          "Keycloak answered " + answer.statusCode() + " to " + answer.uri() + " " + answer.body());
    }
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
    JsonNode json = json(ask(realm, form));
    if (!json.has("access_token")) {
      throw new AssertionError("Keycloak gave no token: " + json);
    }
    return json.path("access_token").asText();
  }

  private static HttpResponse<String> ask(String realm, String form) {
    URI address = URI.create(base() + "/realms/" + realm + "/protocol/openid-connect/token");
    return send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build());
  }

  private static JsonNode json(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
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
