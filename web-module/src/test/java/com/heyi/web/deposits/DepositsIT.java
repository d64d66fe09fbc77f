package com.heyi.web.deposits;

import static com.heyi.testing.Soap.element;
import static com.heyi.testing.Soap.key;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.heyi.accounts.AccountStatus;
import com.heyi.deposits.LimitKind;
import com.heyi.deposits.MovementKind;
import com.heyi.shared.text.Texts;
import com.heyi.testing.Answer;
import com.heyi.testing.Approvals;
import com.heyi.testing.Callers;
import com.heyi.testing.Client;
import com.heyi.testing.Customers;
import com.heyi.testing.Desk;
import com.heyi.testing.Soap;
import com.microsoft.playwright.Locator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Money in accounts over real HTTP: limits, transfers, reversals, closing, and by SOAP. */
class DepositsIT {
  private static final String ACCOUNTS = "/api/v1/accounts/";

  /** An account as the answer told it. */
  private record Opened(String id, String number) {
    String movements() {
      return ACCOUNTS + id + "/movements";
    }
  }

  @AfterEach
  void theBooksBalance() {
    Answer books = Callers.operator().get("/api/v1/deposits/trial-balance");
    assertThat(books.json().at("/difference/amount").decimalValue()).isEqualByComparingTo("0");
    assertThat(books.json().path("wrongBalances").asInt()).isZero();
    assertThat(books.json().path("wrongUses").asInt()).isZero();
  }

  @Test
  void aLimitIsNamedWithWhatIsUsedAndWhatIsLeft() {
    Opened second = opened(Customers.registered(), "II");
    booked(second, "CASH_IN", "9000.00", null);

    Answer refused = book(second, "CASH_IN", "1000.01", null);

    assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("movement.limit");
    assertThat(refused.text("detail")).contains("日转入限额", "10,000", "9,000", "1,000.01");
    Answer balance = Callers.operator().get(ACCOUNTS + second.id() + "/balance");
    assertThat(balance.json().at("/balance/amount").decimalValue()).isEqualByComparingTo("9000");
    assertThat(balance.json().at("/balance").size()).isEqualTo(2);
    assertThat(balance.json().at("/limits/0/left/amount").decimalValue())
        .isEqualByComparingTo("1000");
  }

  @Test
  void aRetriedPaymentIsBookedOnce() {
    Opened main = opened(Customers.registered(), "I");
    Client operator = Callers.operator().withKey(UUID.randomUUID().toString());
    String body = movement("CASH_IN", "100.00", null);

    Answer first = operator.post(main.movements(), body);
    Answer again = operator.post(main.movements(), body);

    assertThat(first.status()).as(first.toString()).isEqualTo(201);
    assertThat(again.text("movementId")).isEqualTo(first.text("movementId"));
    assertThat(statement(main).json().path("items")).hasSize(1);
  }

  @Test
  void aTransferShowsOnBothStatementsAndItsReversalToo() {
    Customers.Registered customer = Customers.registered();
    Opened main = opened(customer, "I");
    Opened second = opened(customer, "II");
    booked(main, "CASH_IN", "30000.00", null);
    Answer transfer = booked(main, "TRANSFER", "20000.00", second.number());
    assertThat(statement(second).json().at("/items/0/amount/amount").decimalValue())
        .isEqualByComparingTo("20000");

    String reversal = main.movements() + "/" + transfer.text("movementId") + "/reversal";
    Answer back = Callers.operator().post(reversal, "{\"reason\": \"转错账户\"}");
    Answer twice = Callers.operator().post(reversal, "{\"reason\": \"转错账户\"}");

    assertThat(back.status()).as(back.toString()).isEqualTo(201);
    assertThat(back.json().at("/balanceAfter/amount").decimalValue()).isEqualByComparingTo("30000");
    assertThat(twice.status()).isEqualTo(409);
    assertThat(twice.code()).isEqualTo("movement.reversed");
    assertThat(statement(second).json().path("items")).hasSize(2);
    for (Opened account : List.of(main, second)) {
      JsonNode lines = statement(account).json().path("items");
      assertThat(lines.at("/1/reversedBy").asText()).isEqualTo(back.text("movementId"));
      assertThat(lines.at("/1/reversedBySeq").asLong()).isEqualTo(lines.at("/0/seq").asLong());
      assertThat(lines.at("/0/reversedBy").isMissingNode() || lines.at("/0/reversedBy").isNull())
          .isTrue();
    }
  }

  @Test
  void aFrozenAccountPaysNothingOutUntilItIsFreeAgain() {
    Opened main = opened(Customers.registered(), "I");
    booked(main, "CASH_IN", "10.00", null);
    Answer frozen = turn(main, "freeze");
    assertThat(frozen.text("status")).isEqualTo("FROZEN");
    booked(main, "CASH_IN", "1.00", null);
    assertThat(book(main, "CASH_OUT", "1.00", null).code()).isEqualTo("movement.not-usable");

    assertThat(turn(main, "unfreeze").text("status")).isEqualTo("OPEN");

    booked(main, "CASH_OUT", "1.00", null);
  }

  @Test
  void anAccountIsClosedEmptyAndByASecondPerson() {
    Opened main = opened(Customers.registered(), "I");
    booked(main, "CASH_IN", "10.00", null);
    assertThat(closing(main).code()).isEqualTo("account.money-left");
    booked(main, "CASH_OUT", "10.00", null);

    Answer waits = closing(main);

    assertThat(statusOf(main)).isEqualTo("OPEN");
    Approvals.approved(Approvals.waiting(waits));
    assertThat(statusOf(main)).isEqualTo("CLOSED");
    assertThat(book(main, "CASH_IN", "1.00", null).code()).isEqualTo("movement.not-usable");
  }

  @Test
  void anAmountThatIsNoneSaysWhereAndWhy() {
    Opened main = opened(Customers.registered(), "I");

    Answer decimals = book(main, "CASH_IN", "1.001", null);
    Answer nothing = book(main, "CASH_IN", "0", null);

    assertThat(decimals.status()).isEqualTo(400);
    assertThat(decimals.json().at("/errors/0/code").asText()).isEqualTo("json.decimals");
    assertThat(nothing.json().at("/errors/0/field").asText()).isEqualTo("amount");
    assertThat(nothing.json().at("/errors/0/code").asText()).isEqualTo("movement.amount");
  }

  @Test
  void anotherBranchReachesNeitherTheMoneyNorTheStatement() {
    Opened main = opened(Customers.registered("B0101"), "I");
    Client other = Callers.branch("B0102");

    assertThat(other.get(main.movements()).code()).isEqualTo("auth.other-branch");
    assertThat(other.get(ACCOUNTS + main.id() + "/balance").code()).isEqualTo("auth.other-branch");
    assertThat(other.post(main.movements(), movement("CASH_IN", "1", null)).code())
        .isEqualTo("auth.other-branch");
    assertThat(Callers.auditor().post(main.movements(), movement("CASH_IN", "1", null)).code())
        .isEqualTo("auth.forbidden");
  }

  @Test
  void aBranchBooksBySoapOnceWhateverItRepeats() {
    Opened main = opened(Customers.registered("B0101"), "I");
    String request =
        """
        <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:h="urn:heyi:branch:1">
        <s:Body><h:bookMovement><requestId>%s</requestId><accountId>%s</accountId>
        <kind>CASH_IN</kind><amount>250.50</amount><memo>柜面存款</memo></h:bookMovement></s:Body>
        </s:Envelope>
        """
            .formatted(UUID.randomUUID(), main.id());

    Answer first = soap(request);
    Answer again = soap(request);

    assertThat(first.status()).as(first.toString()).isEqualTo(200);
    assertThat(first.body()).contains("<balanceAfter>250.50</balanceAfter>");
    assertThat(again.body()).contains("<balanceAfter>250.50</balanceAfter>");
    Answer statement =
        soap(
            """
            <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:h="urn:heyi:branch:1">
            <s:Body><h:getAccountStatement><accountId>%s</accountId></h:getAccountStatement></s:Body>
            </s:Envelope>
            """
                .formatted(main.id()));
    assertThat(statement.body().split("<movement>", -1)).hasSize(2);
  }

  @Test
  void aBranchFreezesAnAccountAtOnceAndHeadOfficeFreesIt() {
    Opened main = opened(Customers.registered("B0101"), "I");
    booked(main, "CASH_IN", "10.00", null);
    String[] loss = {
      key(),
      element("accountId", main.id()),
      element("expectedVersion", versionOf(main)),
      element("reason", "客户口头挂失")
    };

    assertThat(Soap.call(Callers.branch("B0102"), "freezeAccount", loss).body())
        .contains("auth.other-branch");
    Answer frozen = Soap.call(Callers.branch("B0101"), "freezeAccount", loss);
    Answer again = Soap.call(Callers.branch("B0101"), "freezeAccount", loss);

    assertThat(frozen.body()).as(frozen.toString()).contains("<status>FROZEN</status>");
    assertThat(again.body()).contains("<status>FROZEN</status>");
    assertThat(
            Callers.branch("B0101").post(main.movements(), movement("CASH_OUT", "1", null)).code())
        .isEqualTo("movement.not-usable");
    Client branch = Callers.branch("B0101").ifMatch("\"" + versionOf(main) + "\"");
    assertThat(branch.post(ACCOUNTS + main.id() + "/unfreeze", "{\"reason\": \"找到了\"}").code())
        .isEqualTo("auth.forbidden");
    assertThat(turn(main, "unfreeze").text("status")).isEqualTo("OPEN");
    Answer byRest =
        Callers.branch("B0101")
            .ifMatch("\"" + versionOf(main) + "\"")
            .post(ACCOUNTS + main.id() + "/freeze", "{\"reason\": \"司法冻结\"}");
    assertThat(byRest.text("status")).as(byRest.toString()).isEqualTo("FROZEN");
  }

  @Test
  void aClerkBooksTakesBackAndFreezesByPage() {
    Opened second = opened(Customers.registered(), "II");
    String page = "/deposits/account.xhtml?id=" + second.id();
    try (Desk clerk = Desk.of("operator.wang")) {
      clerk.open(page);
      clerk.picture("account-new");
      clerk.type("book", "amount", "9000.00");
      clerk.click("book", "submit");
      clerk.awaitText("[id='list'] tbody", "9,000.00");
      clerk.type("book", "amount", "1000.01");
      clerk.click("book", "submit");
      clerk.awaitText("[id='messages']", Texts.of(Texts.DEFAULT, LimitKind.INFLOW_DAY));
      clerk.picture("account-limit-refused");

      clerk
          .page()
          .locator("[id='list'] tbody a")
          .filter(new Locator.FilterOptions().setHasText(Desk.text("page.deposits.reverse")))
          .click();
      clerk.field("reverseForm", "reason").waitFor();
      clerk.picture("account-reverse");
      confirm(clerk, "reverse", "记错账户");
      clerk.awaitText("[id='list'] tbody", Texts.of(Texts.DEFAULT, MovementKind.REVERSAL));
      clerk.awaitText("[id='list'] tbody .hy-pill", "已由第 2 笔冲正");
      assertThat(
              clerk
                  .page()
                  .locator("[id='list'] tbody a")
                  .filter(
                      new Locator.FilterOptions().setHasText(Desk.text("page.deposits.reverse")))
                  .count())
          .as("neither the line that was taken back nor the one that took it back")
          .isZero();
      clerk.picture("account-statement");

      clerk.button("page.deposits.freeze").click();
      confirm(clerk, "freeze", "客户口头挂失");
      clerk.awaitText("main .hy-pill", Texts.of(Texts.DEFAULT, AccountStatus.FROZEN));
      clerk.picture("account-frozen");
      clerk.button("page.deposits.unfreeze").click();
      confirm(clerk, "unfreeze", "已找到");
      clerk.awaitText("main .hy-pill", Texts.of(Texts.DEFAULT, AccountStatus.OPEN));
      clerk.button("page.deposits.close").click();
      confirm(clerk, "close", "客户申请销户");
      clerk.awaitText(".hy-submitted", Desk.text("page.approvals.submitted"));
      clerk.picture("account-close-waits");
    }
    try (Desk auditor = Desk.of("auditor.chen")) {
      auditor.open(page);
      auditor.awaitText("[id='list'] tbody", Texts.of(Texts.DEFAULT, MovementKind.REVERSAL));
      assertThat(auditor.page().locator("[id='book']").count()).isZero();
      auditor.picture("account-of-auditor");
    }
    try (Desk manager = Desk.of("admin.li")) {
      manager.open("/deposits/limits.xhtml");
      manager.awaitText("main", Texts.of(Texts.DEFAULT, LimitKind.OUTFLOW_YEAR));
      manager.picture("account-limits");
    }
  }

  private static void confirm(Desk desk, String dialog, String reason) {
    desk.field(dialog + "Form", "reason").waitFor();
    desk.fill(dialog + "Form", "reason", reason);
    desk.page().locator("[id='" + dialog + "Form'] .hy-actions button").last().click();
  }

  private static String versionOf(Opened account) {
    return Callers.operator().get(ACCOUNTS + account.id()).text("version");
  }

  private static Answer soap(String envelope) {
    return Callers.branch("B0101")
        .post("/soap/branch", envelope.getBytes(StandardCharsets.UTF_8), "text/xml;charset=UTF-8");
  }

  private static Opened opened(Customers.Registered customer, String type) {
    String version = Callers.operator().get(customer.path()).etag();
    Answer opened =
        Callers.operator()
            .ifMatch(version)
            .post(customer.path() + "/accounts", "{\"type\": \"%s\"}".formatted(type));
    assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
    return new Opened(opened.text("id"), opened.text("number"));
  }

  private static Answer closing(Opened account) {
    String version = Callers.operator().get(ACCOUNTS + account.id()).etag();
    return Callers.operator()
        .ifMatch(version)
        .post(ACCOUNTS + account.id() + "/closing", "{\"reason\": \"客户申请销户\"}");
  }

  private static String statusOf(Opened account) {
    return Callers.operator().get(ACCOUNTS + account.id()).text("status");
  }

  private static Answer turn(Opened account, String verb) {
    String version = Callers.operator().get(ACCOUNTS + account.id()).etag();
    Answer turned =
        Callers.operator()
            .ifMatch(version)
            .post(ACCOUNTS + account.id() + "/" + verb, "{\"reason\": \"司法要求\"}");
    assertThat(turned.status()).as(turned.toString()).isEqualTo(200);
    return turned;
  }

  private static Answer statement(Opened account) {
    return Callers.operator().get(account.movements());
  }

  private static Answer booked(Opened account, String kind, String amount, String other) {
    Answer booked = book(account, kind, amount, other);
    assertThat(booked.status()).as(booked.toString()).isEqualTo(201);
    return booked;
  }

  private static Answer book(Opened account, String kind, String amount, String other) {
    return Callers.operator().post(account.movements(), movement(kind, amount, other));
  }

  private static String movement(String kind, String amount, String other) {
    return """
    {"kind": "%s", "amount": {"amount": %s, "currency": "CNY"}, "counterparty": %s}
    """
        .formatted(kind, amount, other == null ? null : "\"" + other + "\"");
  }
}
