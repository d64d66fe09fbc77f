package com.heyi.web.winddown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.heyi.accounts.AccountType;
import com.heyi.testing.Answer;
import com.heyi.testing.Approvals;
import com.heyi.testing.Callers;
import com.heyi.testing.CardCustomers;
import com.heyi.testing.Customers;
import com.heyi.testing.Desk;
import com.heyi.testing.Imports;
import com.heyi.testing.Imports.Run;
import com.heyi.testing.RunningHeyi;
import com.heyi.testing.Sql;
import com.heyi.testing.Waiting;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The card centre's customers use two apps that overlap; one ends and they are migrated into the
 * other, with the server killed in the middle: nobody is migrated twice, and everybody has his
 * proof. With {@code -Dheyi.it.bank-customers=<BankChurners.csv>} it is all 10,127 of them.
 */
class KilledMigrationIT {
  private static final String PATH = "/api/v1/app-closings";

  private final String serial = UUID.randomUUID().toString().substring(0, 6).toUpperCase();
  private final String old = "OLD_" + serial;
  private final String into = "NEW_" + serial;
  private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

  /** The account of each customer who holds one, by the number of his card. */
  private final Map<String, String> accounts = new HashMap<>();

  @Test
  void aKilledMigrationEndsWithAProofForEveryCustomer() throws IOException {
    assumeTrue(RunningHeyi.get().isOwn(), "only the suite's own server may be killed");
    CardCustomers cards = CardCustomers.of(serial);
    someHoldAnAccount(cards);
    cards.imported();
    long customers = twoOverlappingApps();
    noticesAreShort();
    assertThat(overlap()).isEqualTo(customers / 2);

    step(
        Callers.admin()
            .post(
                PATH,
                """
                {"app": "%s", "into": "%s", "freezeOn": "%s", "migrateOn": "%s", "closeOn": "%s",
                 "reason": "功能并入"}
                """
                    .formatted(old, into, today, today, today)));
    String plan = plan();
    assertThat(view(plan).path("impact").path("customers").asLong()).isEqualTo(customers);
    step(post(plan, "freeze", "{\"reason\": \"到期\"}"));
    String file = balances();
    Run balances = Imports.finished("app-balances", file);
    assertThat(balances.rejected()).isZero();

    Answer unstated = post(plan, "migration", "{\"reason\": \"到期\"}");
    assertThat(unstated.code()).isEqualTo("winddown.control-missing");
    step(post(plan, "migration", controlled(file)));
    String run = view(plan).path("run").path("id").asText();
    Run before = Waiting.until(120, () -> Imports.view(run), seen -> seen.rowsRead() > 0);
    RunningHeyi.get().killServer();
    long proofsAtTheKill = proofs();
    assertThat(before.isOver()).as("killed in the middle: " + before).isFalse();
    RunningHeyi.get().startServer();
    Run done = Imports.finished(run);

    System.out.printf(
        "%d customers, %d balances, %d proofs when killed, %d after%n",
        customers, balances.loaded(), proofsAtTheKill, proofs());
    assertThat(proofsAtTheKill).isBetween(1L, customers - 1);
    assertThat(done.loaded()).isEqualTo(customers);
    assertThat(done.rejected()).isZero();
    everyCustomerHasHisProof(plan, customers, balances.loaded());
    theMoneyIsInTheAccountsOrRefunded(plan, file);
    theBooksSayTheSame(plan);
    thePagesShowIt(plan);
    closedOnlyWhenNothingIsLeft(plan);
    theExportIsInTheTrail(plan, customers);
  }

  /**
   * Every fortieth was known before the card centre told of him: a clerk has registered him with
   * his identity card, linked his card and opened an account.
   */
  private void someHoldAnAccount(CardCustomers cards) {
    AccountType[] types = AccountType.values();
    for (int i = 0; i < cards.count(); i += 40) {
      Customers.Registered customer = Customers.registered();
      Answer linked =
          Callers.operator()
              .ifMatch(customer.etag())
              .post(
                  customer.path() + "/identities",
                  """
                  {"app": "CARD", "externalId": "%s"}
                  """
                      .formatted(cards.card(i)));
      assertThat(linked.status()).as(linked.toString()).isEqualTo(200);
      Answer opened =
          Callers.operator()
              .ifMatch(linked.etag())
              .post(
                  customer.path() + "/accounts",
                  "{\"type\": \"%s\"}".formatted(types[i / 40 % types.length]));
      assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
      accounts.put(cards.card(i), opened.text("id"));
    }
  }

  /** All card customers use the one, every second one the other too. */
  private long twoOverlappingApps() {
    for (String code : List.of(old, into)) {
      Answer made =
          Callers.admin()
              .post(
                  "/api/v1/app-register",
                  """
                  {"code": "%s", "kind": "APP", "nameZhCn": "积分通", "nameZhTw": "點數通",
                   "nameEn": "Points", "ownerDepartment": "零售业务部", "functions": ["POINTS"]}
                  """
                      .formatted(code));
      assertThat(made.status()).as(made.toString()).isEqualTo(201);
    }
    Sql.asOwner(
        "insert into accounts.identity (app_code, external_id, customer_id, linked_at)"
            + " select '%s', external_id, customer_id, now() from accounts.identity".formatted(old)
            + " where app_code = 'CARD'",
        "insert into accounts.identity (app_code, external_id, customer_id, linked_at)"
            + " select '%s', external_id, customer_id, now() from (select external_id,"
                .formatted(into)
            + " customer_id, row_number() over (order by external_id) as n"
            + " from accounts.identity where app_code = '%s') i where n %% 2 = 0".formatted(old));
    return Sql.number(
        "select count(distinct customer_id) from accounts.identity where app_code = ?", old);
  }

  private void noticesAreShort() {
    for (String step : List.of("FREEZE", "MIGRATE", "CLOSE")) {
      Answer answer =
          Callers.admin()
              .post(
                  PATH + "/notices",
                  """
                  {"step": "%s", "validFrom": "%s", "days": 0, "source": "trial"}
                  """
                      .formatted(step, today));
      if (answer.status() != 409) {
        step(answer);
      }
    }
  }

  private long overlap() {
    Answer answer = Callers.auditor().get("/api/v1/app-register/overlap");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    for (JsonNode row : answer.json().path("rows")) {
      for (JsonNode pair : row.path("pairs")) {
        if (List.of(old, into)
            .containsAll(List.of(pair.path("one").asText(), pair.path("other").asText()))) {
          return pair.path("users").asLong();
        }
      }
    }
    throw new AssertionError(answer.toString());
  }

  /**
   * Two lots for each, of every tenth one expired, and money of every seventh and who has an
   * account.
   */
  private String balances() {
    StringBuilder csv = new StringBuilder("app,externalId,kind,amount,expiresOn\n");
    String yesterday = today.minusDays(1).toString();
    String nextYear = today.plusYears(1).toString();
    int i = 0;
    for (JsonNode amount : transactionAmounts()) {
      String id = amount.path("id").asText();
      long points = Math.max(1, amount.path("points").asLong());
      csv.append("%s,%s,POINTS,%d,%s%n".formatted(old, id, points, nextYear));
      csv.append(
          "%s,%s,POINTS,%d,%s%n".formatted(old, id, 1 + i % 500, i % 10 == 0 ? yesterday : ""));
      if (i % 7 == 0 || accounts.containsKey(id)) {
        csv.append("%s,%s,MONEY,%d.%02d,%n".formatted(old, id, 1 + i % 300, i % 100));
      }
      i++;
    }
    return csv.toString();
  }

  /** The control totals of a file, summed from its rows. */
  private static String controlled(String file) {
    List<String[]> rows = rows(file);
    long points =
        rows.stream()
            .filter(row -> row[2].equals("POINTS"))
            .mapToLong(row -> Long.parseLong(row[3]))
            .sum();
    BigDecimal money =
        rows.stream()
            .filter(row -> row[2].equals("MONEY"))
            .map(row -> new BigDecimal(row[3]))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return """
    {"reason": "到期", "control": {"points": %d, "money": {"amount": %s, "currency": "CNY"},
     "customers": %d, "orders": 0, "coupons": 0}}
    """
        .formatted(points, money, rows.stream().map(row -> row[1]).distinct().count());
  }

  private static List<String[]> rows(String file) {
    return file.lines().skip(1).map(row -> row.split(",", -1)).toList();
  }

  private Iterable<JsonNode> transactionAmounts() {
    com.fasterxml.jackson.databind.node.ArrayNode all =
        new com.fasterxml.jackson.databind.ObjectMapper().createArrayNode();
    try (var connection = RunningHeyi.get().database().asApp();
        var query =
            connection.prepareStatement(
                "select i.external_id, p.transaction_amount::bigint from accounts.identity i"
                    + " join accounts.card_profile p on p.customer_id = i.customer_id"
                    + " where i.app_code = ? order by 1")) {
      query.setString(1, old);
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          all.addObject().put("id", rows.getString(1)).put("points", rows.getLong(2));
        }
      }
    } catch (java.sql.SQLException e) {
      throw new AssertionError(e);
    }
    return all;
  }

  private void everyCustomerHasHisProof(String plan, long customers, long balances) {
    assertThat(proofs()).isEqualTo(customers);
    JsonNode progress = view(plan).path("progress");
    assertThat(progress.path("migrated").asLong()).isEqualTo(customers);
    assertThat(progress.path("holdings").asLong()).isEqualTo(balances);
    assertThat(progress.path("moved").asLong()).isEqualTo(balances);
    System.out.println(progress);
    assertThat(
            Sql.number(
                "select count(distinct customer_id) from accounts.identity where app_code = ?",
                into))
        .isEqualTo(customers);
  }

  /** Who holds an account has in it what the old app owed him; everybody else is paid back. */
  private void theMoneyIsInTheAccountsOrRefunded(String plan, String file) {
    BigDecimal intoAccounts = BigDecimal.ZERO;
    BigDecimal refunded = BigDecimal.ZERO;
    for (String[] row : rows(file)) {
      if (row[2].equals("MONEY") && accounts.containsKey(row[1])) {
        BigDecimal amount = new BigDecimal(row[3]);
        Answer balance =
            Callers.operator().get("/api/v1/accounts/" + accounts.get(row[1]) + "/balance");
        assertThat(balance.json().at("/balance/amount").decimalValue())
            .as(balance.toString())
            .isEqualByComparingTo(amount);
        intoAccounts = intoAccounts.add(amount);
      } else if (row[2].equals("MONEY")) {
        refunded = refunded.add(new BigDecimal(row[3]));
      }
    }
    JsonNode progress = view(plan).path("progress");
    assertThat(intoAccounts).isPositive();
    assertThat(progress.at("/moneyAfter/amount").decimalValue()).isEqualByComparingTo(intoAccounts);
    assertThat(refunded).isPositive();
    assertThat(progress.at("/moneyRefunded/amount").decimalValue()).isEqualByComparingTo(refunded);
    Answer books = Callers.auditor().get("/api/v1/deposits/trial-balance");
    assertThat(books.json().at("/difference/amount").decimalValue()).isEqualByComparingTo("0");
    assertThat(books.json().path("wrongBalances").asInt()).isZero();
    System.out.printf("%d accounts, %s into them%n", accounts.size(), intoAccounts);
  }

  /** What the ledger granted for it is what the proofs say, entry by entry. */
  private void theBooksSayTheSame(String plan) {
    String granted =
        "from winddown.move m join winddown.proof p on p.id = m.proof_id"
            + " where p.plan_id = cast(? as uuid) and m.outcome = 'GRANTED'";
    assertThat(
            Sql.number(
                "select count(*) from mall.ledger_entry where reason = ?",
                "note.taken-over:" + old))
        .isEqualTo(Sql.number("select count(*) " + granted, plan));
    assertThat(
            Sql.number(
                "select coalesce(sum(e.amount), 0)::bigint from mall.ledger_entry e"
                    + " where e.id in (select m.entry_id "
                    + granted
                    + ")",
                plan))
        .isEqualTo(Sql.number("select sum(m.points)::bigint " + granted, plan));
    Answer balance = Callers.auditor().get("/api/v1/mall/trial-balance");
    assertThat(balance.json().path("sum").asText()).isEqualTo("0");
    for (JsonNode check : balance.json().path("checks")) {
      assertThat(check.path("breaches").asLong()).as(check.toString()).isZero();
    }
  }

  private void thePagesShowIt(String plan) {
    try (Desk manager = Desk.of("admin.li")) {
      manager.open("/accounts/apps.xhtml?function=POINTS");
      manager.page().locator("[id='pairs']").waitFor();
      assertThat(manager.page().locator(".hy-matrix").first().textContent()).contains(old, into);
      manager.picture("apps-overlap");
      manager.open("/accounts/app.xhtml?code=" + old);
      manager.page().locator("main h1").waitFor();
      manager.picture("app");
      manager.open("/winddown/list.xhtml");
      manager.page().locator("main h1").waitFor();
      manager.picture("closings");
      manager.open("/winddown/plan.xhtml?id=" + plan);
      manager.page().locator("main .hy-list tbody tr").first().waitFor();
      manager.picture("closing-proofs");
    }
  }

  private void closedOnlyWhenNothingIsLeft(String plan) {
    Answer refused = post(plan, "close", "{\"reason\": \"完毕\"}");
    assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("winddown.something-left");
    step(post(plan, "settlement", "{\"reference\": \"PAY-1\", \"reason\": \"原路退回\"}"));
    step(post(plan, "close", "{\"reason\": \"完毕\"}"));
    assertThat(view(plan).path("row").path("status").asText()).isEqualTo("CLOSED");
    Answer app = Callers.admin().get("/api/v1/app-register/" + old);
    assertThat(app.json().path("app").path("status").asText()).isEqualTo("CLOSED");
  }

  private void theExportIsInTheTrail(String plan, long customers) {
    Answer file = Callers.auditor().get(PATH + "/" + plan + "/proofs/file?format=csv");
    assertThat(file.status()).isEqualTo(200);
    assertThat(file.body().lines().count()).isEqualTo(customers + 1);
    String hash = sha256(file.body().getBytes(StandardCharsets.UTF_8));
    Answer trail =
        Callers.auditor().get("/api/v1/audit?action=app.export-proofs&target=plan:" + plan);
    assertThat(trail.body()).contains(hash);
  }

  private long proofs() {
    return Sql.number(
        "select count(*) from winddown.proof p join winddown.plan l on l.id = p.plan_id"
            + " where l.app_code = ?",
        old);
  }

  private String plan() {
    Answer list = Callers.admin().get(PATH + "?app=" + old);
    return list.json().path("items").path(0).path("id").asText();
  }

  private static JsonNode view(String plan) {
    Answer answer = Callers.admin().get(PATH + "/" + plan);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.json();
  }

  private static Answer post(String plan, String step, String body) {
    Answer seen = Callers.admin().get(PATH + "/" + plan);
    return Callers.admin().ifMatch(seen.etag()).post(PATH + "/" + plan + "/" + step, body);
  }

  /** Waits for a second person, and he approves. */
  private static void step(Answer answer) {
    Approvals.approved(Approvals.waiting(answer));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
