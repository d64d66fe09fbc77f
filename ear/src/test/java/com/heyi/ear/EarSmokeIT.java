package com.heyi.ear;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.launcher.DataFolder;
import com.heyi.launcher.Home;
import com.heyi.launcher.Platform;
import com.heyi.launcher.PlatformOptions;
import com.heyi.launcher.PlatformOptions.Runner;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.CookieStore;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The EAR on a real Payara Server, with real tokens: one call of each kind. */
class EarSmokeIT {

  private static final Pattern FORM = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");

  private static Platform platform;

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(20))
          .cookieHandler(new CookieManager(new LoopbackCookies(), CookiePolicy.ACCEPT_ALL))
          .followRedirects(HttpClient.Redirect.ALWAYS)
          .build();

  @BeforeAll
  static void start() {
    Home home = Home.find();
    platform =
        Platform.start(
            PlatformOptions.onFreePorts(home, DataFolder.forTest(home, "ear")).with(Runner.SERVER));
  }

  @AfterAll
  static void stop() {
    if (platform != null) {
      platform.close();
    }
  }

  @Test
  void restKnowsTheCallerByItsToken() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        send(rest("/api/v1/me", platform.tokens().ofUser("operator.wang")));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"operator.wang\"", "\"operator\"");
  }

  @Test
  void restRefusesWhoHasNoToken() throws IOException, InterruptedException {
    assertThat(send(HttpRequest.newBuilder(at("/api/v1/me")).build()).statusCode()).isEqualTo(401);
  }

  @Test
  void soapAnswersABranch() throws IOException, InterruptedException {
    String envelope =
        """
        <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/">
          <s:Body><b:listItems xmlns:b="urn:heyi:branch:1"/></s:Body>
        </s:Envelope>\
        """;
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(at("/soap/branch"))
                .header("Authorization", "Bearer " + platform.tokens().ofBranch("B0101"))
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", "\"\"")
                .POST(BodyPublishers.ofString(envelope))
                .build());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("listItemsResponse");
  }

  @Test
  void aPersonSignsInAndSeesAPage() throws IOException, InterruptedException {
    HttpResponse<String> login = send(HttpRequest.newBuilder(at("/")).build());
    assertThat(login.uri().toString()).startsWith(platform.issuer().toString());
    Matcher form = FORM.matcher(login.body());
    assertThat(form.find()).as(login.body()).isTrue();
    HttpResponse<String> page =
        send(
            HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    BodyPublishers.ofString(
                        "username=operator.wang&password="
                            + URLEncoder.encode(
                                platform.realm().password("operator.wang"),
                                StandardCharsets.UTF_8)))
                .build());
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    assertThat(page.uri().toString()).startsWith(platform.url().toString());
    assertThat(page.body()).contains("王芳");
  }

  private HttpRequest rest(String path, String token) {
    return HttpRequest.newBuilder(at(path))
        .header("Authorization", "Bearer " + token)
        .header("Accept", "application/json")
        .build();
  }

  private URI at(String path) {
    return platform.url().resolve(path);
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  /** Browsers send secure cookies to localhost without TLS; Java's client must be told. */
  private static final class LoopbackCookies implements CookieStore {

    private final CookieStore kept = new CookieManager().getCookieStore();

    @Override
    public void add(URI uri, HttpCookie cookie) {
      cookie.setSecure(false);
      kept.add(uri, cookie);
    }

    @Override
    public List<HttpCookie> get(URI uri) {
      return kept.get(uri);
    }

    @Override
    public List<HttpCookie> getCookies() {
      return kept.getCookies();
    }

    @Override
    public List<URI> getURIs() {
      return kept.getURIs();
    }

    @Override
    public boolean remove(URI uri, HttpCookie cookie) {
      return kept.remove(uri, cookie);
    }

    @Override
    public boolean removeAll() {
      return kept.removeAll();
    }
  }
}
