package com.heyi.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.mall.LotSource;
import com.heyi.shared.text.Texts;
import com.heyi.testing.Answer;
import com.heyi.testing.Approvals;
import com.heyi.testing.Callers;
import com.heyi.testing.Customers;
import com.heyi.testing.Desk;
import com.heyi.testing.Imports;
import com.heyi.testing.Mall;
import com.heyi.testing.People;
import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An app's customer turns out to be a registered one. Under the old record lie points, an order and
 * a complaint; the customer's page, lists and timeline show them, his points are moved over, and
 * all of it is parted again.
 */
class OneCustomerManyAppsIT {
  private final String serial = UUID.randomUUID().toString().substring(0, 6).toUpperCase();
  private final String app = "LIFE_" + serial;
  private final String lamp = Mall.itemOnSale(40, 10);
  private final String name = "欧阳" + People.name().substring(1);
  private final String phone = People.phone();
  private final LocalDate born = LocalDate.of(1979, 3, 9);
  private Customers.Registered customer;
  private Customers.Registered stray;
  private String order;
  private String complaint;

  @BeforeEach
  void twoRecordsOfOnePerson() {
    customer = registered();
    stray = knownToAnApp();
    Mall.grant(customer, 10);
    Mall.grant(stray, 100);
    order = Mall.placed(stray, lamp, 1).text("number");
    complaint = complained(stray);
  }

  @Test
  void whatLiesUnderTheOldRecordIsHisAndGoesBackWhenTheTwoAreParted() {
    try (Desk operator = Desk.of("operator.wang")) {
      operator.open("/accounts/matches.xhtml?status=OPEN");
      operator.awaitText("[id='list']", stray.number());
      operator.picture("matches");
      operator.open("/accounts/customer.xhtml?id=" + stray.id());
      operator.page().locator("main h1").waitFor();
      operator.picture("customer-unverified");
    }
    merge();

    assertThat(numbers("/api/v1/mall/orders?customer=" + customer.number())).contains(order);
    assertThat(numbers("/api/v1/mall/orders?customer=" + stray.number())).contains(order);
    assertThat(numbers("/api/v1/complaints?customer=" + customer.number())).contains(complaint);
    try (Desk auditor = Desk.of("auditor.chen")) {
      auditor.open("/audit/timeline.xhtml?id=customer:" + customer.id());
      auditor.page().locator("main h1").waitFor();
      auditor.picture("timeline-of-merged");
    }
    try (Desk operator = Desk.of("operator.wang")) {
      operator.open("/accounts/customer.xhtml?id=" + customer.id());
      operator.awaitText("main", order);
      operator.awaitText("main", complaint);
      operator.awaitText("main", stray.number());
      operator.picture("customer-with-merged-record");
      movesPoints(operator);
    }
    assertThat(Mall.pointsOf(customer)).isEqualTo(70);
    assertThat(Mall.pointsOf(stray)).isZero();
    Answer again = move();
    assertThat(again.code()).isEqualTo("points.nothing-to-move");
    Mall.placed(customer, lamp, 1);

    part();

    assertThat(Mall.pointsOf(customer)).isZero();
    assertThat(Mall.pointsOf(stray)).isEqualTo(30);
    assertThat(numbers("/api/v1/mall/orders?customer=" + customer.number())).doesNotContain(order);
    assertThat(numbers("/api/v1/complaints?customer=" + customer.number()))
        .doesNotContain(complaint);
    assertThat(move().code()).isEqualTo("points.records-apart");
    Answer books = Callers.auditor().get("/api/v1/mall/trial-balance");
    assertThat(books.json().path("sum").asText()).isEqualTo("0");
    books
        .json()
        .path("checks")
        .forEach(check -> assertThat(check.path("breaches").asInt()).isZero());
  }

  @Test
  void aClerkSaysOnThePageWhoTheCustomerIsAndTakesItBack() {
    String page = "/accounts/customer.xhtml?id=" + stray.id();
    try (Desk desk = Desk.of("operator.wang");
        Desk otherTab = Desk.of("operator.wang")) {
      desk.open(page);
      otherTab.open(page);
      desk.button("page.matches.merge-into").click();
      desk.field("mergeForm", "number").waitFor();
      desk.picture("merge-dialog");
      submit(desk, "mergeForm");
      desk.awaitText("[id='mergeForm']", Desk.text("ui.field.required"));
      desk.picture("merge-dialog-empty");
      merge(desk, name);
      desk.awaitText("[id='mergeForm:into']", "未找到客户 " + name);
      desk.picture("merge-dialog-unknown");
      merge(desk, stray.number());
      desk.awaitText("[id='mergeForm:into']", Desk.text("page.matches.into-himself"));
      desk.picture("merge-dialog-himself");

      desk.field("mergeForm", "number").fill(" " + customer.number() + " ");
      desk.field("mergeForm", "number").press("Tab");
      desk.awaitText("[id='mergeForm:into']", name);
      assertThat(desk.page().locator("[id='mergeForm:into']").textContent())
          .as("his resident ID is masked")
          .doesNotContain(customer.residentId());
      desk.picture("merge-dialog-found");
      submit(desk, "mergeForm");
      approve(desk, "merge-submitted", "并入客户编号");

      desk.open(page);
      desk.awaitText("main", Desk.text("page.matches.is"));
      assertThat(desk.page().locator("main button").allTextContents().toString())
          .doesNotContain(Desk.text("page.matches.merge-into"));
      desk.picture("merged-record");
      otherTab.button("page.matches.merge-into").click();
      merge(otherTab, customer.number());
      otherTab.awaitText("[id='mergeForm'] .ui-messages", "已被他人修改");
      otherTab.picture("merge-dialog-second-tab");

      desk.button("page.matches.unmerge").click();
      desk.field("unmergeForm", "reason").fill("证件照片不符，并非同一人");
      desk.picture("unmerge-dialog");
      submit(desk, "unmergeForm");
      approve(desk, "unmerge-submitted", "并入");
      desk.open(page);
      desk.button("page.matches.merge-into").waitFor();
      desk.picture("parted-record");
    }
  }

  private static void merge(Desk desk, String number) {
    desk.fill("mergeForm", "number", number);
    desk.fill("mergeForm", "reason", "身份证件与本人核对一致");
    submit(desk, "mergeForm");
  }

  private static void submit(Desk desk, String form) {
    desk.page().locator("[id='" + form + "'] .hy-actions button").last().click();
  }

  private static void approve(Desk desk, String picture, String shown) {
    Locator request = desk.page().locator(".hy-submitted a");
    request.waitFor();
    desk.picture(picture);
    String address = request.getAttribute("href");
    try (Desk checker = Desk.of("admin.wu")) {
      checker.open(address);
      checker.awaitText("main", shown);
      checker.picture(picture + "-to-the-checker");
    }
    Approvals.approved(address.substring(address.indexOf("id=") + 3));
  }

  @Test
  void aManagerSeesWhichAppsRepeatAFunctionForWhomAndWhatEndingOneWouldTouch() {
    Answer linked =
        Callers.operator()
            .ifMatch(Callers.operator().get(stray.path()).etag())
            .post(
                stray.path() + "/identities",
                "{\"app\": \"MALL\", \"externalId\": \"M-%s\"}".formatted(serial));
    assertThat(linked.status()).as(linked.toString()).isEqualTo(200);
    try (Desk manager = Desk.of("admin.li")) {
      manager.open("/accounts/apps.xhtml?function=POINTS");
      manager.awaitText("[id='pairs']", app);
      manager.picture("apps-overlap");
      manager.page().locator("[id='pairs'] tbody a[href*='ending=']").first().click();
      manager.awaitPage("/winddown/list.xhtml");
      manager.page().locator("[id='announce']").waitFor();
      manager.picture("closing-impact");
    }
  }

  private void movesPoints(Desk desk) {
    desk.open("/mall/points.xhtml?id=" + customer.id());
    desk.awaitText("[id='elsewhere']", stray.number());
    desk.picture("points-elsewhere");
    desk.page().locator("[id='elsewhere'] tbody button").first().click();
    desk.field("moveForm", "reason").waitFor();
    desk.fill("moveForm", "reason", "同一客户，积分归集");
    desk.picture("points-move-dialog");
    desk.page().locator("[id='moveForm'] .hy-actions button").last().click();
    desk.awaitText("[id='lots']", Texts.of(Texts.DEFAULT, LotSource.MOVED));
    desk.picture("points-moved");
  }

  private Answer move() {
    return Callers.operator()
        .post(
            customer.path() + "/points/records/" + stray.id() + "/move", "{\"reason\": \"同一客户\"}");
  }

  private void merge() {
    Approvals.settled(
        Callers.operator()
            .ifMatch(Callers.operator().get(stray.path()).etag())
            .post(
                "/api/v1/customer-matches/merges/" + stray.id(),
                "{\"intoId\": \"%s\", \"reason\": \"证件核对一致\"}".formatted(customer.id())));
  }

  private void part() {
    Approvals.settled(
        Callers.operator()
            .ifMatch(Callers.operator().get(stray.path()).etag())
            .post("/api/v1/customer-matches/unmerges/" + stray.id(), "{\"reason\": \"两个人\"}"));
  }

  private Customers.Registered registered() {
    String residentId = People.residentId(born);
    Answer made =
        Callers.operator()
            .post(
                Customers.PATH,
                """
                {"name": "%s", "residentId": "%s", "phone": "%s", "address": "北京市东城区",
                 "homeBranch": "B0101"}
                """
                    .formatted(name, residentId, phone));
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    return new Customers.Registered(made.text("id"), made.text("number"), made.etag(), residentId);
  }

  private Customers.Registered knownToAnApp() {
    Answer made =
        Callers.admin()
            .post(
                "/api/v1/app-register",
                """
                {"code": "%s", "kind": "APP", "nameZhCn": "生活通", "nameZhTw": "生活通",
                 "nameEn": "Life", "ownerDepartment": "零售业务部", "functions": ["POINTS"]}
                """
                    .formatted(app));
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    Imports.Run run =
        Imports.finished(
            "app-customers",
            "app,externalId,residentId,name,phone,birthDate,address\n%s,L-1,,%s,%s,%s,\n"
                .formatted(app, name, phone, born));
    assertThat(run.loaded()).isEqualTo(1);
    Answer found = Callers.operator().get(Customers.PATH + "?app=" + app);
    return new Customers.Registered(
        found.json().at("/items/0/id").asText(),
        found.json().at("/items/0/number").asText(),
        null,
        null);
  }

  private static String complained(Customers.Registered who) {
    Answer made =
        Callers.operator()
            .post(
                "/api/v1/complaints",
                """
                {"channel": "APP", "customer": "%s", "product": "积分商城", "branch": "B0101",
                 "narrative": "积分兑换的商品迟迟没有发货。"}
                """
                    .formatted(who.number()));
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    return made.text("number");
  }

  private static List<String> numbers(String path) {
    Answer list = Callers.operator().get(path);
    assertThat(list.status()).as(list.toString()).isEqualTo(200);
    return list.json().path("items").findValuesAsText("number");
  }
}
