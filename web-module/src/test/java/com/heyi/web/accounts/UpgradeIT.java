package com.heyi.web.accounts;

import static com.heyi.testing.Soap.element;
import static com.heyi.testing.Soap.key;
import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.accounts.AccountType;
import com.heyi.accounts.DocumentKind;
import com.heyi.shared.text.Texts;
import com.heyi.testing.Answer;
import com.heyi.testing.Callers;
import com.heyi.testing.Client;
import com.heyi.testing.Customers;
import com.heyi.testing.Desk;
import com.heyi.testing.Soap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A type II account becomes one of type I by REST, by SOAP and by page. */
class UpgradeIT {
  private static final String ACCOUNTS = "/api/v1/accounts/";

  private Customers.Registered customer;
  private Answer account;

  @BeforeEach
  void aCustomerWithATypeTwoAccount() {
    customer = Customers.registered("B0101");
    account =
        Callers.operator()
            .ifMatch(Callers.operator().get(customer.path()).etag())
            .post(customer.path() + "/accounts", "{\"type\": \"II\"}");
    assertThat(account.status()).as(account.toString()).isEqualTo(201);
  }

  @Test
  void byRestTheMissingDocumentsAreNamedAndARetryUpgradesOnce() {
    Answer refused = upgrade(Callers.operator());
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("account.documents-missing");
    assertThat(refused.text("detail")).contains("居民身份证、工作人员现场核验、税收居民身份声明");
    Answer check = Callers.auditor().get(path() + "/upgrade");
    assertThat(check.json().at("/needed/0/state").asText()).isEqualTo("MISSING");

    note("{\"kind\": \"RESIDENT_CARD\", \"number\": \"" + customer.residentId() + "\"}");
    note("{\"kind\": \"MEETING\"}");
    Answer held = note("{\"kind\": \"TAX_DECLARATION\"}");
    assertThat(held.body()).doesNotContain(customer.residentId());

    Client operator = Callers.operator().withKey(UUID.randomUUID().toString());
    Answer done = upgrade(operator);
    Answer again = upgrade(operator);

    assertThat(done.status()).as(done.toString()).isEqualTo(200);
    assertThat(done.text("type")).isEqualTo("I");
    assertThat(again.body()).isEqualTo(done.body());
    assertThat(Callers.branch("B0102").get(path() + "/upgrade").code())
        .isEqualTo("auth.other-branch");
    Answer balance = Callers.operator().get(path() + "/balance");
    assertThat(balance.json().path("limits")).as("type I has none").isEmpty();
  }

  @Test
  void bySoapABranchDoesItForItsOwnCustomerOnly() {
    assertThat(soap("B0101", "upgradeAccount", upgradeElements()))
        .contains("account.documents-missing", "税收居民身份声明");
    soap("B0101", "recordDocument", document("RESIDENT_CARD", customer.residentId()));
    soap("B0101", "recordDocument", document("MEETING", null));
    assertThat(soap("B0101", "recordDocument", document("TAX_DECLARATION", null)))
        .contains("RESIDENT_CARD")
        .doesNotContain(customer.residentId());
    assertThat(soap("B0102", "upgradeAccount", upgradeElements())).contains("auth.other-branch");
    assertThat(soap("B0102", "getDocuments", element("customerId", customer.id())))
        .contains("auth.other-branch");

    assertThat(soap("B0101", "upgradeAccount", upgradeElements())).contains("<type>I</type>");
  }

  @Test
  void byPageTheDialogShowsWhatIsMissingUntilItIsRecorded() {
    try (Desk clerk = Desk.of("operator.wang")) {
      clerk.open("/deposits/account.xhtml?id=" + account.text("id"));
      clerk.button("page.deposits.upgrade").click();
      clerk.page().locator("[id='upgradeForm'] .hy-points").waitFor();
      clerk.picture("account-upgrade-missing");
      clerk.page().locator("[id='upgradeForm'] .hy-actions button").last().click();
      clerk.page().locator("[id='upgradeForm'] .ui-messages-error").waitFor();

      record(clerk, DocumentKind.RESIDENT_CARD, customer.residentId());
      record(clerk, DocumentKind.MEETING, null);
      record(clerk, DocumentKind.TAX_DECLARATION, null);
      clerk.picture("customer-documents");
      assertThat(clerk.page().content()).doesNotContain(customer.residentId());

      clerk.open("/deposits/account.xhtml?id=" + account.text("id"));
      clerk.button("page.deposits.upgrade").click();
      clerk.page().locator("[id='upgradeForm'] .hy-points").waitFor();
      clerk.page().locator("[id='upgradeForm'] .hy-actions button").last().click();
      clerk.awaitText("main .hy-panel-head", Texts.of(Texts.DEFAULT, AccountType.I));
      clerk.picture("account-upgraded");
    }
  }

  private void record(Desk desk, DocumentKind kind, String number) {
    desk.open("/accounts/customer.xhtml?id=" + customer.id());
    desk.button("page.accounts.document.record").click();
    desk.field("documentForm", "number").waitFor();
    desk.choose("documentForm", "kind", kind);
    if (number != null) {
      desk.fill("documentForm", "number", number);
    }
    desk.page().locator("[id='documentForm'] .hy-actions button").last().click();
    desk.awaitText("[id='documents']", Texts.of(Texts.DEFAULT, kind));
  }

  private String path() {
    return ACCOUNTS + account.text("id");
  }

  private Answer upgrade(Client client) {
    return client.ifMatch("\"0\"").post(path() + "/upgrade", "");
  }

  private Answer note(String body) {
    Answer noted = Callers.operator().post(customer.path() + "/documents", body);
    assertThat(noted.status()).as(noted.toString()).isEqualTo(200);
    return noted;
  }

  private String document(String kind, String number) {
    return key()
        + element("customerId", customer.id())
        + element("documentKind", kind)
        + (number == null ? "" : element("documentNumber", number));
  }

  private String upgradeElements() {
    return key() + element("accountId", account.text("id")) + element("expectedVersion", "0");
  }

  private static String soap(String branch, String operation, String parameters) {
    return Soap.call(Callers.branch(branch), operation, parameters).body();
  }
}
