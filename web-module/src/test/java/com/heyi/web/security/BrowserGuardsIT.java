package com.heyi.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.testing.Answer;
import com.heyi.testing.Callers;
import com.heyi.testing.Client;
import com.heyi.testing.People;
import com.heyi.testing.RunningHeyi;
import com.heyi.testing.Session;
import com.heyi.testing.Sql;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What keeps a browser from being turned against the person before it. */
class BrowserGuardsIT {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String SESSION = "HEYISESSION";

  @Test
  void everyAnswerCarriesTheGuardsWhoeverGivesIt() {
    Session operator = Session.of("operator.wang");
    Session nobody = Session.signedOut();
    byte[] soap = "<x/>".getBytes(StandardCharsets.UTF_8);
    for (Answer answer :
        List.of(
            operator.get("/index.xhtml"),
            operator.get("/audit/list.xhtml"),
            operator.get("/no-such-page.xhtml"),
            operator.get("/no-such-thing"),
            nobody.get("/index.xhtml"),
            nobody.get("/signed-out"),
            nobody.get("/favicon.ico"),
            nobody.get("/health/live"),
            nobody.get("/soap/branch?wsdl"),
            Client.nobody().get("/api/v1/me"),
            Callers.operator().get("/api/v1/me"),
            Callers.operator().get("/api/v1/nothing"),
            Client.nobody().post("/soap/branch", soap, "text/xml"),
            Callers.operator().post("/soap/branch", soap, "text/xml"))) {
      assertThat(answer.headerText("X-Content-Type-Options"))
          .as(answer.toString())
          .isEqualTo("nosniff");
      assertThat(answer.headerText("X-Frame-Options")).as(answer.toString()).isEqualTo("DENY");
      assertThat(answer.headerText("Referrer-Policy"))
          .as(answer.toString())
          .isEqualTo("same-origin");
      assertThat(answer.headerText("Content-Security-Policy"))
          .as(answer.toString())
          .contains("frame-ancestors 'none'");
      assertThat(answer.headerText("Permissions-Policy")).contains("camera=()");
      assertThat(answer.headerText("Server")).as(answer.toString()).isEmpty();
      assertThat(answer.headerText("X-Powered-By")).as(answer.toString()).isEmpty();
    }
  }

  @Test
  void aPageRunsNoScriptButItsOwn() {
    Answer page = Session.of("operator.wang").get("/accounts/list.xhtml");
    List<String> policies = page.response().headers().allValues("Content-Security-Policy");
    String all = String.join("; ", policies);
    assertThat(all).containsPattern("script-src [^;]*'nonce-[^']+'");
    assertThat(all).doesNotContainPattern("script-src [^;]*'unsafe-inline'");
    assertThat(all).contains("object-src 'none'", "base-uri 'self'", "form-action 'self'");
    assertThat(page.headerText("Cache-Control")).contains("no-store");
  }

  @Test
  void cookiesAreOutOfReachOfScriptsAndOtherSites() {
    Answer first = Session.signedOut().get("/");
    assertThat(first.response().headers().allValues("Set-Cookie"))
        .isNotEmpty()
        .allSatisfy(
            cookie -> assertThat(cookie).contains("HttpOnly").containsIgnoringCase("SameSite=Lax"));
    Answer chosen = Session.of("operator.wang").post("/language", Map.of("to", "en"));
    assertThat(chosen.response().headers().allValues("Set-Cookie"))
        .anySatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith("heyi_language=en")
                    .contains("HttpOnly")
                    .containsIgnoringCase("SameSite=Lax"));
  }

  @Test
  void aSessionPlantedBeforeSigningInIsWorthNothing() {
    Session victim = Session.signedOut();
    victim.get("/");
    String planted = victim.cookie(SESSION);
    assertThat(planted).isNotEmpty();
    victim.signIn("operator.wang");
    assertThat(victim.cookie(SESSION)).isNotEqualTo(planted);
    assertThat(victim.get("/index.xhtml").status()).isEqualTo(200);

    Session attacker = Session.signedOut();
    attacker.setCookie(SESSION, planted);
    assertThat(attacker.get("/index.xhtml").status()).isEqualTo(302);

    Session chosen = Session.signedOut();
    chosen.setCookie(SESSION, "chosen-by-the-attacker");
    chosen.get("/");
    assertThat(chosen.cookie(SESSION)).isNotEqualTo("chosen-by-the-attacker");
  }

  @Test
  void nothingIsDoneForAFormThatIsNotOurs() {
    Session operator = Session.of("operator.wang");
    String residentId = People.residentId();
    Map<String, String> form =
        Map.of(
            "register", "register",
            "register:name", People.name(),
            "register:residentId", residentId,
            "register:phone", People.phone(),
            "register:homeBranch", "B0101",
            "register:submit", "register:submit",
            "jakarta.faces.ViewState", "12345:67890");
    operator.post("/accounts/register.xhtml", form);
    assertThat(
            Sql.number("select count(*) from accounts.customer where resident_id = ?", residentId))
        .isZero();

    for (Map<String, String> header :
        List.of(
            Map.of("Origin", "https://evil.example"),
            Map.of("Origin", "null"),
            Map.of("Sec-Fetch-Site", "cross-site"))) {
      Answer refused = operator.send("POST", "/sign-out", "", FORM, header);
      assertThat(refused.status()).as(header.toString()).isEqualTo(403);
      assertThat(operator.send("POST", "/language", "to=en", FORM, header).status()).isEqualTo(403);
    }
    assertThat(operator.get("/sign-out").status()).isEqualTo(405);
    assertThat(operator.get("/index.xhtml").status()).isEqualTo(200);
    Map<String, String> ours =
        Map.of("Origin", RunningHeyi.get().url().toString(), "Sec-Fetch-Site", "same-origin");
    assertThat(operator.send("POST", "/language", "to=en", FORM, ours).status()).isEqualTo(303);
    assertThat(operator.send("POST", "/sign-out", "", FORM, ours).status()).isEqualTo(303);
    assertThat(operator.get("/index.xhtml").status()).isEqualTo(302);
  }

  @Test
  void changingTheLanguageLeadsNowhereElse() {
    Session operator = Session.of("operator.wang");
    for (String referer :
        List.of("https://evil.example//evil.example", "//evil.example", "javascript:alert(1)")) {
      Answer answer = operator.send("POST", "/language", "to=en", FORM, Map.of("Referer", referer));
      assertThat(answer.status()).isEqualTo(303);
      assertThat(answer.headerText("Location")).doesNotContain("evil").startsWith("/");
    }
  }
}
