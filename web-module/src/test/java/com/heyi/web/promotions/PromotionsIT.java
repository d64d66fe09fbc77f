package com.heyi.web.promotions;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.accounts.AccountType;
import com.heyi.promotions.Reduction;
import com.heyi.promotions.Validity;
import com.heyi.testing.Answer;
import com.heyi.testing.Approvals;
import com.heyi.testing.Callers;
import com.heyi.testing.Client;
import com.heyi.testing.Customers;
import com.heyi.testing.Desk;
import com.heyi.testing.Mall;
import com.microsoft.playwright.Locator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Coupons, campaigns, benefits and tasks by REST, by SOAP and on pages. */
class PromotionsIT {
  private static final String PATH = "/api/v1/promotions";
  private final String serial = UUID.randomUUID().toString().substring(0, 6).toUpperCase();
  private final LocalDate today = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));

  @Test
  void aCouponIsDefinedIssuedExplainedAndUsedAndACampaignWaitsForASecondPerson() {
    Customers.Registered customer = Customers.registered("B0101");
    Client admin = Callers.admin();
    Answer template = admin.post(PATH + "/coupon-templates", template("K" + serial));
    assertThat(template.status()).as(template.body()).isEqualTo(201);

    Answer coupon =
        Callers.branch("B0101")
            .post(
                PATH + "/coupons",
                "{\"customerId\":\"%s\",\"template\":\"K%s\"}".formatted(customer.id(), serial));
    assertThat(coupon.status()).as(coupon.body()).isEqualTo(201);
    assertThat(coupon.text("code")).matches("([A-Z2-9]{4}-){3}[A-Z2-9]{4}");
    Answer foreign = Callers.branch("B0102").get(PATH + "/customers/" + customer.id() + "/coupons");
    assertThat(foreign.status()).isEqualTo(403);

    Answer campaign =
        admin.post(
            PATH + "/campaigns",
            ("{\"code\":\"C%s\",\"name\":\"开学季\",\"startsOn\":\"%s\",\"endsOn\":\"%s\","
                    + "\"template\":\"K%s\",\"unit\":\"COUPONS\"}")
                .formatted(serial, today, today.plusDays(30), serial));
    assertThat(campaign.status()).as(campaign.body()).isEqualTo(201);
    String its = PATH + "/campaigns/" + campaign.text("id");
    Answer budget =
        admin.ifMatch(campaign.etag()).put(its + "/budget", "{\"budget\":100,\"reason\":\"年度计划\"}");
    assertThat(budget.status()).as(budget.body()).isEqualTo(202);
    Approvals.settled(budget);
    Answer paid = admin.get(its);
    assertThat(paid.json().at("/budget").asLong()).isEqualTo(100);
    Approvals.settled(admin.ifMatch(paid.etag()).post(its + "/start", "{\"reason\":\"开始\"}"));
    assertThat(admin.get(its).text("status")).isEqualTo("RUNNING");

    String issued =
        soap(
            "issueCoupon",
            "<customerId>%s</customerId><campaign>C%s</campaign>".formatted(customer.id(), serial));
    assertThat(issued).contains("AVAILABLE");

    Answer task =
        admin.post(
            PATH + "/tasks",
            ("{\"code\":\"T%s\",\"name\":\"每日签到\",\"kind\":\"CHECK_IN\",\"points\":5,"
                    + "\"perDay\":1,\"startsOn\":\"%s\",\"endsOn\":\"%s\"}")
                .formatted(serial, today, today.plusYears(1)));
    assertThat(task.status()).as(task.body()).isEqualTo(200);
    String checkIn = PATH + "/customers/" + customer.id() + "/check-ins";
    String body = "{\"task\":\"T" + serial + "\"}";
    assertThat(Callers.operator().post(checkIn, body).status()).isEqualTo(200);
    assertThat(Callers.operator().post(checkIn, body).code()).isEqualTo("task.done");
    Answer benefit =
        admin.post(
            PATH + "/benefits",
            ("{\"code\":\"B%s\",\"name\":\"每周两次咖啡券\",\"rhythm\":\"TWICE_A_WEEK\","
                    + "\"template\":\"K%s\",\"startsOn\":\"%s\",\"endsOn\":\"%s\"}")
                .formatted(serial, serial, today, today.plusYears(1)));
    assertThat(benefit.status()).as(benefit.body()).isEqualTo(200);
    Answer level =
        admin.post(
            PATH + "/membership-levels",
            ("{\"code\":\"L%s\",\"name\":\"金卡\",\"rank\":%d,\"fee\":0,\"months\":12,"
                    + "\"refund\":\"PRO_RATA\"}")
                .formatted(serial, 1 + Math.floorMod(serial.hashCode(), 100)));
    assertThat(level.status()).as(level.body()).isEqualTo(200);

    Answer why =
        Callers.operator()
            .post(PATH + "/price-questions", "{\"customerId\":\"%s\"}".formatted(customer.id()));
    assertThat(why.status()).as(why.body()).isEqualTo(200);
    assertThat(why.json().at("/coupons")).hasSize(2);
    assertThat(why.json().at("/coupons/0/applied").asBoolean()).isFalse();
    assertThat(soap("simulatePrice", "<customerId>" + customer.id() + "</customerId>"))
        .contains("<applied>false</applied>")
        .contains("<why>" + why.json().at("/coupons/0/why").asText() + "</why>")
        .contains("<rule>HIS_OWN</rule><held>true</held>");

    String membership =
        soap(
            "buyMembership",
            "<customerId>%s</customerId><level>L%s</level>".formatted(customer.id(), serial));
    assertThat(membership).contains("<inForce>true</inForce>");
    Answer survey =
        admin.post(
            PATH + "/tasks",
            ("{\"code\":\"S%s\",\"name\":\"填写问卷\",\"kind\":\"ACTION\",\"points\":20,"
                    + "\"perDay\":5,\"startsOn\":\"%s\",\"endsOn\":\"%s\"}")
                .formatted(serial, today, today.plusYears(1)));
    assertThat(survey.status()).as(survey.body()).isEqualTo(200);
    assertThat(
            soap(
                "completeTask",
                "<customerId>%s</customerId><task>S%s</task><reference>Q-1</reference>"
                    .formatted(customer.id(), serial)))
        .contains("<points>20</points>");

    Answer figures = Callers.operator().get(PATH + "/coupon-figures");
    assertThat(figures.status()).as(figures.body()).isEqualTo(200);
    assertThat(figures.json().at("/total/issued").asLong()).isGreaterThanOrEqualTo(2);
    assertThat(Callers.operator().get(PATH + "/coupon-figures?from=2026-02-30").status())
        .isEqualTo(400);
    assertThat(Callers.branch("B0101").get(PATH + "/coupon-figures").status()).isEqualTo(403);

    pages(customer, template.text("id"), campaign.text("id"), coupon.text("id"));
  }

  /** What a branch's system is answered. */
  private static String soap(String operation, String parts) {
    String envelope =
        ("<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\""
                + " xmlns:h=\"urn:heyi:branch:1\"><s:Body><h:%s><requestId>%s</requestId>%s</h:%s>"
                + "</s:Body></s:Envelope>")
            .formatted(operation, UUID.randomUUID(), parts, operation);
    return Callers.branch("B0101")
        .post(
            "/soap/branch",
            envelope.getBytes(java.nio.charset.StandardCharsets.UTF_8),
            "text/xml;charset=UTF-8")
        .body();
  }

  @Test
  void aCouponForACategoryIsDefinedOnThePageAndTakesOffWhatStandsBelowIt() {
    Client admin = Callers.admin();
    Customers.Registered customer = Customers.registered("B0101");
    category("HOME" + serial, "null");
    category("CUPS" + serial, "\"HOME" + serial + "\"");
    String sku = Mall.itemOnSale(100, 5);
    String item = admin.get(Mall.ITEMS + "?sku=" + sku).json().at("/items/0/id").asText();
    Answer shelved =
        admin
            .ifMatch(admin.get(Mall.ITEMS + "/" + item).etag())
            .put(
                Mall.ITEMS + "/" + item + "/shelf", "{\"category\": \"CUPS%s\"}".formatted(serial));
    assertThat(shelved.status()).as(shelved.toString()).isEqualTo(200);

    Answer unknown =
        admin.post(
            PATH + "/coupon-templates",
            template("X" + serial).replace("{", "{\"categories\":[\"NO-SUCH\"],"));
    assertThat(unknown.code()).isEqualTo("category.unknown");
    try (Desk desk = Desk.of("admin.li")) {
      desk.open("/promotions/new-template.xhtml");
      desk.fill("create", "code", "Q" + serial);
      desk.fill("create", "name", "茶具满百减三十");
      desk.choose("create", "reduction", Reduction.POINTS);
      desk.type("create", "amount", "30");
      desk.choose("create", "validity", Validity.ISSUE_DAY);
      desk.fill("create", "categories", "HOME" + serial);
      desk.picture("promotions-new-template-categories");
      desk.click("create", "submit");
      desk.awaitText(".hy-pill", "HOME" + serial);
      desk.picture("promotions-template-categories");
    }
    Answer coupon =
        admin.post(
            PATH + "/coupons",
            "{\"customerId\":\"%s\",\"template\":\"Q%s\"}".formatted(customer.id(), serial));
    assertThat(coupon.status()).as(coupon.body()).isEqualTo(201);
    Answer price =
        admin.post(
            PATH + "/price-questions",
            "{\"customerId\":\"%s\",\"lines\":[{\"sku\":\"%s\",\"quantity\":1}]}"
                .formatted(customer.id(), sku));
    assertThat(price.json().at("/total").asLong()).as(price.body()).isEqualTo(70);
  }

  private static void category(String code, String parent) {
    Answer made =
        Callers.admin()
            .post(
                "/api/v1/mall/categories",
                ("{\"code\":\"%s\",\"parent\":%s,\"nameEn\":\"Tea\",\"nameZhCn\":\"茶具\","
                        + "\"nameZhTw\":\"茶具\",\"position\":1,\"retired\":false}")
                    .formatted(code, parent));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
  }

  @Test
  void whatWasBegunIsEndedAndTakenBackOnPages() {
    Customers.Registered customer = Customers.registered("B0101");
    Client admin = Callers.admin();
    String days = "\"startsOn\":\"%s\",\"endsOn\":\"%s\"}".formatted(today, today.plusYears(1));
    admin.post(
        PATH + "/tasks",
        ("{\"code\":\"E%s\",\"name\":\"填写问卷\",\"kind\":\"ACTION\",\"points\":20,\"perDay\":5,"
                + days)
            .formatted(serial));
    admin.post(
        PATH + "/benefits",
        ("{\"code\":\"E%s\",\"name\":\"每日积分\",\"rhythm\":\"DAILY\",\"points\":5," + days)
            .formatted(serial));
    String his = PATH + "/customers/" + customer.id();
    try (Desk desk = Desk.of("admin.li")) {
      desk.open("/promotions/benefits.xhtml");
      desk.fill("level", "code", "E" + serial);
      desk.fill("level", "name", "白金卡");
      desk.fill("level", "rank", String.valueOf(1 + Math.floorMod(serial.hashCode() * 31, 100)));
      desk.fill("level", "fee", "0");
      desk.choose("level", "refund", Desk.text("enum.FeeRefund.PRO_RATA"));
      desk.click("level", "submit");
      desk.awaitText(".ui-messages-info-summary", "E" + serial);
      assertThat(admin.get(PATH + "/membership-levels").body()).contains("E" + serial);
      ends(desk, "E" + serial, "endBenefit");

      desk.open("/promotions/customer.xhtml?id=" + customer.id());
      desk.choose("done", "task", "填写问卷 (E" + serial + ")");
      desk.fill("done", "reference", "Q-2");
      desk.click("done", "submit");
      desk.awaitText(".ui-messages-info-summary", "填写问卷");
      admin.post(his + "/memberships", "{\"level\":\"E" + serial + "\"}");
      desk.open("/promotions/customer.xhtml?id=" + customer.id());
      desk.picture("promotions-customer-earned");
      ends(desk, "白金卡", "endMembership");
      ends(desk, "填写问卷", "undoEarning");
      assertThat(admin.get(his + "/memberships").json().at("/0/endedOn").asText())
          .isEqualTo(today.toString());
      assertThat(admin.get(his + "/completions").json().at("/0/undone").asBoolean()).isTrue();

      desk.open("/promotions/tasks.xhtml");
      ends(desk, "E" + serial, "endTask");
      assertThat(admin.get(PATH + "/tasks").body()).contains("\"endsOn\":\"" + today + "\"");
    }
  }

  @Test
  void aLevelThatCostsMoneyIsPaidOnceHoweverOftenItIsSentAndBoughtOnThePage() {
    Customers.Registered customer = Customers.registered("B0101");
    Client admin = Callers.admin();
    String account = account(customer);
    String his = PATH + "/customers/" + customer.id() + "/memberships";
    int rank = 1 + Math.floorMod(serial.hashCode() * 17, 100);
    Answer level =
        admin.post(
            PATH + "/membership-levels",
            ("{\"code\":\"D%s\",\"name\":\"钻石卡\",\"rank\":%d,\"fee\":0,\"months\":12,"
                    + "\"cash\":{\"amount\":9.90,\"currency\":\"CNY\"},\"refund\":\"PRO_RATA\"}")
                .formatted(serial, rank));
    assertThat(level.status()).as(level.body()).isEqualTo(200);
    assertThat(Callers.operator().post(his, "{\"level\":\"D" + serial + "\"}").code())
        .isEqualTo("payment.account-missing");

    var twice = Callers.operator().withKey(UUID.randomUUID().toString());
    String body = "{\"level\":\"D%s\",\"accountId\":\"%s\"}".formatted(serial, account);
    Answer bought = twice.post(his, body);
    assertThat(bought.status()).as(bought.body()).isEqualTo(200);
    assertThat(twice.post(his, body).text("id")).isEqualTo(bought.text("id"));
    assertThat(balance(account)).isEqualByComparingTo("40.10");

    Answer secondTab = Callers.operator().post(his, body);
    assertThat(secondTab.status()).as(secondTab.body()).isEqualTo(409);
    assertThat(secondTab.code()).isEqualTo("membership.standing");
    assertThat(secondTab.text("detail")).contains("钻石卡", bought.text("endsOn"), bought.text("id"));
    String ofBranch =
        "<customerId>%s</customerId><level>D%s</level><accountId>%s</accountId>"
            .formatted(customer.id(), serial, account);
    assertThat(soap("buyMembership", ofBranch)).contains("membership.standing");
    assertThat(balance(account)).isEqualByComparingTo("40.10");

    assertThat(soap("getMemberships", "<customerId>" + customer.id() + "</customerId>"))
        .contains("<id>" + bought.text("id") + "</id>", "<goesOn>true</goesOn>");
    assertThat(soap("buyMembership", ofBranch + "<renews>" + bought.text("id") + "</renews>"))
        .contains("<cash>9.90</cash>");
    assertThat(balance(account)).isEqualByComparingTo("30.20");
    Answer renewed = admin.get(his);
    admin
        .ifMatch("\"" + renewed.json().at("/0/version").asLong() + "\"")
        .post(
            PATH + "/memberships/" + renewed.json().at("/0/id").asText() + "/end",
            "{\"reason\":\"不再需要\"}");
    assertThat(balance(account)).as("it had not begun").isEqualByComparingTo("40.10");

    Customers.Registered other = Customers.registered("B0101");
    String hisAccount = account(other);
    try (Desk desk = Desk.of("operator.wang")) {
      desk.open("/promotions/customer.xhtml?id=" + other.id());
      desk.choose("buy", "level", "钻石卡 · ¥9.90");
      desk.picture("promotions-buy-level");
      desk.click("buy", "submit");
      desk.awaitText("body", "请选择付款账户");
    }
    assertThat(balance(hisAccount)).isEqualByComparingTo("50.00");
    try (Desk tab = Desk.of("operator.wang")) {
      tab.open("/promotions/customer.xhtml?id=" + other.id());
      String inTheOtherTab =
          "{\"level\":\"D%s\",\"accountId\":\"%s\"}".formatted(serial, hisAccount);
      Answer first =
          Callers.operator()
              .post(PATH + "/customers/" + other.id() + "/memberships", inTheOtherTab);
      assertThat(first.status()).as(first.body()).isEqualTo(200);
      buysDiamond(tab);
      tab.awaitText("body", "已有会员资格“钻石卡”");
      assertThat(balance(hisAccount)).isEqualByComparingTo("40.10");
      tab.open("/promotions/customer.xhtml?id=" + other.id());
      tab.awaitText("main", "新一期自次日起生效");
      tab.picture("promotions-renew-level");
      buysDiamond(tab);
      tab.awaitText(".ui-messages-info-summary", Desk.text("page.promotions.bought"));
      assertThat(balance(hisAccount)).isEqualByComparingTo("30.20");
    }
    try (Desk desk = Desk.of("admin.li")) {
      desk.open("/promotions/customer.xhtml?id=" + customer.id());
      desk.picture("promotions-memberships-in-money");
      assertThat(desk.page().locator("main").textContent()).contains("¥9.90");
    }
  }

  private static void buysDiamond(Desk tab) {
    tab.choose("buy", "level", "钻石卡 · ¥9.90");
    tab.choose("buy", "accountId", AccountType.I);
    tab.click("buy", "submit");
  }

  /** An account of the customer with 50 yuan in it. */
  private static String account(Customers.Registered customer) {
    Answer opened =
        Callers.operator()
            .ifMatch(Callers.operator().get(customer.path()).etag())
            .post(customer.path() + "/accounts", "{\"type\": \"I\"}");
    assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
    Answer filled =
        Callers.operator()
            .post(
                "/api/v1/accounts/" + opened.text("id") + "/movements",
                "{\"kind\": \"CASH_IN\", \"amount\": {\"amount\": 50, \"currency\": \"CNY\"}}");
    assertThat(filled.status()).as(filled.toString()).isEqualTo(201);
    return opened.text("id");
  }

  private static BigDecimal balance(String account) {
    return Callers.operator()
        .get("/api/v1/accounts/" + account + "/balance")
        .json()
        .at("/balance/amount")
        .decimalValue();
  }

  /** Opens the dialog of a row, and says why. */
  private static void ends(Desk desk, String row, String dialog) {
    desk.page()
        .locator("tr", new com.microsoft.playwright.Page.LocatorOptions().setHasText(row))
        .locator("button")
        .first()
        .click();
    Locator form = desk.page().locator("[id='" + dialog + "Form']");
    form.locator("textarea").fill("不再办理");
    desk.picture("promotions-" + dialog);
    form.locator("button[type=submit]").click();
    desk.page().locator(".ui-messages-info-summary").first().waitFor();
  }

  private void pages(
      Customers.Registered customer, String template, String campaign, String coupon) {
    try (Desk desk = Desk.of("admin.li")) {
      for (String path :
          new String[] {
            "templates.xhtml",
            "template.xhtml?id=" + template,
            "new-template.xhtml",
            "coupons.xhtml",
            "coupon.xhtml?id=" + coupon,
            "campaigns.xhtml",
            "campaign.xhtml?id=" + campaign,
            "benefits.xhtml",
            "tasks.xhtml",
            "figures.xhtml",
            "customer.xhtml?id=" + customer.id()
          }) {
        assertThat(desk.open("/promotions/" + path).status()).as(path).isEqualTo(200);
        desk.page().locator("main h1").waitFor();
        assertThat(desk.page().locator("main").textContent()).doesNotContain("page.");
        desk.picture("promotions-" + path.replaceAll("\\.xhtml.*", ""));
      }
      desk.open("/promotions/price.xhtml");
      desk.fill("question", "customer", customer.number());
      desk.click("question", "ask");
      Locator answer = desk.page().locator("[id='answer'] table.hy-matrix").first();
      answer.waitFor();
      assertThat(answer.textContent()).contains(Desk.text("enum.PriceRule.MINIMUM_SPEND"));
      desk.picture("promotions-price");
    }
  }

  private static String template(String code) {
    return ("{\"code\":\"%s\",\"name\":\"满百减三十\",\"reduction\":\"POINTS\",\"amount\":30,"
            + "\"minimumSpend\":100,\"validity\":\"DAYS_AFTER_ISSUE\",\"validDays\":30,"
            + "\"exclusive\":false,\"stackGroup\":\"G\",\"precedence\":10,\"restoreDays\":7}")
        .formatted(code);
  }
}
