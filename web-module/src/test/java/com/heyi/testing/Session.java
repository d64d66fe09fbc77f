package com.heyi.testing;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a session of the pages, without the weight of a browser. */
public final class Session {
  private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int MOST_HOPS = 8;

  /** Cookies by host and name. Kept by hand: Java's jar sends no secure ones to localhost. */
  private final Map<String, Map<String, String>> cookies = new HashMap<>();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private Session() {}

  /** Somebody who has not signed in. */
  public static Session signedOut() {
    return new Session();
  }

  /** A user of the demo realm who has signed in. */
  public static Session of(String user) {
    return of(user, RunningHeyi.get().realm().password(user));
  }

  /** A user who has signed in with this password. */
  public static Session of(String user, String password) {
    Session session = new Session();
    session.signIn(user, password);
    return session;
  }

  /** Signs in a user of the demo realm, in the session that is there. */
  public void signIn(String user) {
    signIn(user, RunningHeyi.get().realm().password(user));
  }

  private void signIn(String user, String password) {
    Answer form = follow(get("/"));
    Matcher action = FORM.matcher(form.body());
    if (!action.find()) {
      throw new AssertionError("no form to sign in with: " + form);
    }
    String fields =
        "username="
            + URLEncoder.encode(user, StandardCharsets.UTF_8)
            + "&password="
            + URLEncoder.encode(password, StandardCharsets.UTF_8);
    Answer home =
        follow(
            send(
                "POST",
                action.group(1).replace("&amp;", "&"),
                fields,
                "application/x-www-form-urlencoded",
                Map.of()));
    if (home.status() != 200 || !home.body().contains("id=\"menu\"")) {
      throw new AssertionError(user + " was not let in: " + home);
    }
  }

  public Answer get(String path) {
    return send("GET", path, null, null, Map.of());
  }

  /** Posts a form. */
  public Answer post(String path, Map<String, String> fields) {
    StringBuilder form = new StringBuilder();
    fields.forEach(
        (name, value) ->
            form.append(form.length() == 0 ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return send(
        "POST", path, form.toString(), "application/x-www-form-urlencoded", new LinkedHashMap<>());
  }

  /** Any request; body and type may be null. */
  public Answer send(
      String method, String path, String body, String type, Map<String, String> headers) {
    URI address = path.startsWith("http") ? URI.create(path) : RunningHeyi.get().at(path);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (type != null) {
      request.header("Content-Type", type);
    }
    headers.forEach(request::header);
    Map<String, String> jar =
        cookies.computeIfAbsent(address.getAuthority(), key -> new TreeMap<>());
    if (!jar.isEmpty()) {
      request.header(
          "Cookie",
          jar.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    try {
      HttpResponse<String> response =
          http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
      response.headers().allValues("Set-Cookie").forEach(cookie -> keep(jar, cookie));
      return new Answer(response);
    } catch (IOException e) {
      throw new AssertionError(method + " " + path + " was not answered", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** The value of a cookie of the application, or empty text. */
  public String cookie(String name) {
    return own().getOrDefault(name, "");
  }

  /** Puts a cookie of the application in its place. */
  public void setCookie(String name, String value) {
    own().put(name, value);
  }

  private Map<String, String> own() {
    return cookies.computeIfAbsent(RunningHeyi.get().url().getAuthority(), key -> new TreeMap<>());
  }

  private static void keep(Map<String, String> jar, String header) {
    String pair = header.split(";", 2)[0];
    String name = pair.substring(0, pair.indexOf('=')).strip();
    String value = pair.substring(pair.indexOf('=') + 1).strip();
    boolean gone = value.isEmpty() || header.matches("(?i).*;\\s*max-age=0(;.*)?");
    if (gone) {
      jar.remove(name);
    } else {
      jar.put(name, value);
    }
  }

  private Answer follow(Answer first) {
    Answer at = first;
    for (int hop = 0; hop < MOST_HOPS && at.status() / 100 == 3; hop++) {
      HttpResponse<String> response = at.response();
      at = get(response.uri().resolve(at.headerText("Location")).toString());
    }
    return at;
  }
}
