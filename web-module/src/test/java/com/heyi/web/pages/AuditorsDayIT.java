package com.heyi.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.testing.Callers;
import com.heyi.testing.Customers;
import com.heyi.testing.Desk;
import com.heyi.testing.KeycloakAdmin;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An auditor at his desk: search, entry, versions, reveal, export, a search that he keeps. */
class AuditorsDayIT {
  private static final String AUDIT = "/api/v1/audit";

  @Test
  void fromASearchToARevealedValueAndAFileWhoseHashTheTrailHas()
      throws IOException, NoSuchAlgorithmException {
    Customers.Registered customer = Customers.registered();
    try (Desk desk = Desk.of("auditor.chen")) {
      search(desk, customer);
      reveal(desk, customer);
      timelineAndExport(desk, customer);
      keepSearch(desk);
      for (String tab : new String[] {"access", "reads"}) {
        assertThat(desk.open("/audit/" + tab + ".xhtml").status()).isEqualTo(200);
        desk.page().locator("main h1").waitFor();
        desk.picture("audit-" + tab);
      }
    }
  }

  @Test
  void whoIsAnAuditorAndSomethingElseIsNamedAndThePeriodsAreShown() {
    String user = KeycloakAdmin.userId("newcomer.sun");
    KeycloakAdmin.grant(user, "auditor");
    KeycloakAdmin.grant(user, "operator");
    try (Desk desk = Desk.of("auditor.chen")) {
      desk.open("/audit/access.xhtml");
      Locator rows = desk.page().locator("[id='list:table_data'] > tr");
      rows.first().waitFor();
      Locator mixed = rows.filter(new Locator.FilterOptions().setHasText("newcomer.sun"));
      assertThat(mixed.count()).isEqualTo(2);
      assertThat(mixed.first().textContent()).contains(Desk.text("page.access.mixed"));
      assertThat(rows.filter(new Locator.FilterOptions().setHasText("auditor.chen")).textContent())
          .doesNotContain(Desk.text("page.access.mixed"));
      assertThat(desk.page().locator("[id='list:mixed']").isVisible()).isTrue();
      desk.picture("audit-access-mixed");

      desk.open("/privacy/retention.xhtml");
      assertThat(desk.page().content())
          .contains(Desk.text("privacy.kind.approval-requests"))
          .contains(Desk.text("privacy.kind.money-texts"))
          .contains(Desk.text("privacy.kind.family-notices"))
          .doesNotContain("privacy.kind.");
      desk.picture("privacy-retention");
    } finally {
      KeycloakAdmin.revoke(user, "auditor");
      KeycloakAdmin.revoke(user, "operator");
    }
  }

  private static void search(Desk desk, Customers.Registered customer) {
    desk.open("/audit/list.xhtml");
    desk.page().locator("input[name='text']").fill("customer:" + customer.id());
    desk.page().locator("input[name='text']").press("Enter");
    desk.page().locator("[id='list:table_data'] > tr").first().waitFor();
    desk.picture("audit-search");
    desk.page()
        .locator("[id='list:table_data'] > tr")
        .filter(new Locator.FilterOptions().setHasText("customer.register"))
        .first()
        .locator("a")
        .first()
        .click();
    desk.awaitPage("/audit/entry.xhtml");
    Locator changes = desk.page().locator("table.hy-diff").first();
    assertThat(changes.textContent()).contains("residentId").contains("***");
    assertThat(desk.page().content()).doesNotContain(customer.residentId());
    desk.picture("audit-entry-changes");
    desk.page().locator("main a[href*='/audit/record.xhtml']").first().click();
    desk.awaitPage("/audit/record.xhtml");
  }

  private static void reveal(Desk desk, Customers.Registered customer) {
    assertThat(desk.page().content()).doesNotContain(customer.residentId());
    desk.page().locator("[id='reveal:field']").click();
    desk.page()
        .locator(".ui-selectonemenu-panel:visible li")
        .filter(new Locator.FilterOptions().setHasText("residentId"))
        .click();
    desk.fill("reveal", "reason", "核查投诉人身份与登记是否一致");
    desk.click("reveal", "submit");
    desk.page().locator(".hy-revealed").waitFor();
    desk.picture("audit-revealed");
    assertThat(desk.page().locator(".hy-revealed").textContent()).contains(customer.residentId());
    assertThat(desk.page().url()).doesNotContain(customer.residentId());

    desk.page().reload();
    desk.page().locator("main h1").waitFor();
    assertThat(desk.page().content()).doesNotContain(customer.residentId());
  }

  private static void timelineAndExport(Desk desk, Customers.Registered customer)
      throws IOException, NoSuchAlgorithmException {
    desk.open("/audit/timeline.xhtml?id=" + customer.number());
    desk.page().locator("[id='list:table_data'] > tr").first().waitFor();
    desk.picture("audit-timeline");
    assertThat(desk.page().locator("main").textContent()).contains("audit.reveal");
    Download download = desk.page().waitForDownload(() -> desk.click("list", "csv"));
    byte[] bytes = Files.readAllBytes(download.path());
    assertThat(new String(bytes, StandardCharsets.UTF_8))
        .startsWith("\uFEFF")
        .contains("customer.register")
        .doesNotContain(customer.residentId());
    String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    assertThat(Callers.auditor().get(AUDIT + "?action=audit.export&limit=1").body())
        .contains(sha256);
  }

  private static void keepSearch(Desk desk) {
    String name = "登录失败 " + UUID.randomUUID();
    desk.open("/audit/list.xhtml?outcome=REFUSED&action=auth.");
    desk.button("page.audit.save").click();
    desk.fill("saveForm", "name", name);
    desk.click("saveForm", "submit");
    desk.awaitPage("/audit/searches.xhtml");
    desk.picture("audit-searches");
    desk.page()
        .locator("main a")
        .filter(new Locator.FilterOptions().setHasText(name))
        .first()
        .click();
    desk.awaitPage("/audit/list.xhtml");
    assertThat(desk.page().url()).contains("search=");
    assertThat(desk.page().locator("select[name=outcome]").inputValue()).isEqualTo("REFUSED");
    freeTextStandsInNoAddress(desk);
  }

  private static void freeTextStandsInNoAddress(Desk desk) {
    desk.open("/audit/list.xhtml");
    desk.page().locator("input[name=text]").fill("audit.reveal");
    desk.page().locator("form[role=search] button[type=submit]").click();
    desk.awaitPage("/audit/list.xhtml");
    desk.page().locator("[id='list:table_data'] > tr").first().waitFor();
    assertThat(desk.page().locator("input[name=text]").inputValue()).isEqualTo("audit.reveal");
    assertThat(desk.page().url()).doesNotContain("reveal");
  }
}
