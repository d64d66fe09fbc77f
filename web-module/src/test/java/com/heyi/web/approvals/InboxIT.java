package com.heyi.web.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.approvals.ApprovalStatus;
import com.heyi.shared.text.Texts;
import com.heyi.testing.Answer;
import com.heyi.testing.Approvals;
import com.heyi.testing.Callers;
import com.heyi.testing.Customers;
import com.heyi.testing.Desk;
import com.heyi.testing.Mall;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** A maker submits, a checker decides: by page, in a real Chromium. */
class InboxIT {

  @Test
  void whatAMakerSubmitsIsToldWithTheWayToItAndHeCannotApproveIt() {
    Customers.Registered customer = Customers.registered();
    try (Desk maker = Desk.of("operator.wang")) {
      maker.open("/mall/points.xhtml?id=" + customer.id());
      maker.button("page.mall.points.grant").click();
      maker.page().locator("[id='grantForm']").waitFor();
      maker.type("grantForm", "points", "20000");
      maker.fill("grantForm", "reason", "补偿");
      maker.page().locator("[id='grantForm'] .hy-actions button").last().click();

      Locator notice = maker.page().locator(".hy-submitted");
      notice.waitFor();
      maker.picture("approval-submitted");
      assertThat(maker.page().url()).contains("/mall/points.xhtml").contains(customer.id());
      assertThat(Mall.pointsOf(customer)).isZero();

      notice.locator("a").click();
      maker.awaitPage("/approvals/approval.xhtml");
      assertThat(maker.page().locator("main").textContent())
          .contains("20,000")
          .contains(Desk.text("page.approvals.own"));
      assertThat(maker.page().locator("[id='askApprove']").count()).isZero();
      maker.picture("approval-own");
    }
  }

  @Test
  void aCheckerApprovesSeveralAtOnce() {
    Customers.Registered one = Customers.registered();
    Customers.Registered two = Customers.registered();
    String first = waiting(one);
    String second = waiting(two);
    try (Desk checker = Desk.of("admin.wu")) {
      checker.open("/approvals/list.xhtml?rows=100");
      assertThat(checker.page().locator("nav .hy-count").textContent()).matches("\\d+");
      box(checker, first).check();
      box(checker, second).check();
      checker.picture("approvals-inbox");
      checker.button("page.approvals.approve-selected").click();
      Locator confirm = checker.page().locator("[id='approveManyForm:do']");
      confirm.waitFor();
      checker.picture("approvals-confirm");
      confirm.click();
      checker
          .page()
          .locator(".ui-messages-info-summary")
          .filter(
              new Locator.FilterOptions()
                  .setHasText(Texts.get(Texts.DEFAULT, "page.approvals.decided-some", 2, 0)))
          .waitFor();
      assertThat(box(checker, first).count()).isZero();
    }
    assertThat(Mall.pointsOf(one)).isEqualTo(20_000);
    assertThat(Mall.pointsOf(two)).isEqualTo(20_000);
  }

  @Test
  void aCheckerFiltersHisInbox() {
    Customers.Registered customer = Customers.registered();
    String mine = waiting(customer);
    String other = waiting(Customers.registered());
    try (Desk checker = Desk.of("admin.wu")) {
      checker.open("/approvals/list.xhtml?rows=100");
      assertThat(box(checker, mine).count() + box(checker, other).count()).isEqualTo(2);
      checker.page().locator("input[name='target']").fill("customer:" + customer.id());
      checker.page().locator("input[name='target']").press("Enter");
      checker.page().waitForURL(url -> url.contains(customer.id()));
      box(checker, mine).waitFor();
      assertThat(box(checker, other).count()).isZero();

      checker.page().locator("input[name='action']").fill("item.change");
      checker.page().locator("input[name='action']").press("Enter");
      checker.page().waitForURL(url -> url.contains("item.change"));
      checker.page().locator(".hy-empty").waitFor();
      assertThat(box(checker, mine).count()).isZero();
    }
  }

  @Test
  void aCheckerSeesWhatWouldChangeAndRejectsWithAReason() {
    Customers.Registered customer = Customers.registered();
    String id = waiting(customer);
    try (Desk checker = Desk.of("admin.wu")) {
      checker.open("/approvals/approval.xhtml?id=" + id);
      assertThat(checker.page().locator("[id='changes']").textContent()).contains("20,000");
      checker.button("page.approvals.reject").click();
      checker.page().locator("[id='rejectForm']").waitFor();
      checker.page().locator("[id='rejectForm'] .hy-actions button").last().click();
      checker.page().locator("[id='rejectForm'] .ui-message-error").first().waitFor();
      checker.fill("rejectForm", "reason", "金额有误");
      checker.page().locator("[id='rejectForm'] .hy-actions button").last().click();
      checker
          .page()
          .locator(".hy-pill")
          .filter(
              new Locator.FilterOptions()
                  .setHasText(Texts.of(Texts.DEFAULT, ApprovalStatus.REJECTED)))
          .first()
          .waitFor();
      assertThat(checker.page().locator(".hy-history").textContent()).contains("金额有误");
      checker.picture("approval-rejected");
    }
    assertThat(Callers.operator().get(Approvals.PATH + "/" + id).text("decidedBy"))
        .isEqualTo("admin.wu");
  }

  @Test
  void aCheckerApprovesOneAndItIsDone() {
    Customers.Registered customer = Customers.registered();
    String id = waiting(customer);
    try (Desk checker = Desk.of("admin.wu")) {
      checker.open("/approvals/approval.xhtml?id=" + id);
      checker.page().locator("[id='askApprove']").click();
      Locator confirm = checker.page().locator("[id='approveForm:do']");
      confirm.waitFor();
      confirm.click();
      checker.page().locator(".ui-messages-info-summary").first().waitFor();
      checker.picture("approval-approved");
    }
    assertThat(Mall.pointsOf(customer)).isEqualTo(20_000);
  }

  @Test
  void whoMayDecideNothingFindsAnEmptyInbox() {
    try (Desk handler = Desk.of("handler.zhao")) {
      handler.open("/approvals/list.xhtml");
      assertThat(handler.page().locator(".hy-empty").textContent())
          .contains(Desk.text("page.approvals.none"));
      assertThat(handler.page().locator("nav .hy-count").count()).isZero();
    }
  }

  @Test
  void aRuleSaysWithinHowManyHoursAmountsAddUpAndARequestWhatTheyCameTo() {
    Customers.Registered customer = Customers.registered();
    String part = "{\"points\": 6000, \"reason\": \"补偿\"}";
    Callers.operator().post(customer.path() + "/points/grants", part);
    String id =
        Approvals.waiting(Callers.operator().post(customer.path() + "/points/grants", part));
    try (Desk admin = Desk.of("admin.wu")) {
      admin.open("/approvals/approval.xhtml?id=" + id);
      assertThat(admin.page().locator("main").textContent())
          .contains(Desk.text("page.approvals.together"))
          .contains("12,000");
      admin.picture("approval-adds-up");
      admin.open("/approvals/rules.xhtml?action=points.grant");
      assertThat(admin.field("rule", "withinHours").inputValue()).isEqualTo("24");
      assertThat(admin.page().locator("[id='rules']").textContent())
          .contains(Texts.get(Texts.DEFAULT, "page.approvals.rule.together", 24));
      admin.picture("approval-rule-adds-up");
    }
  }

  @Test
  void anAdministratorAsksForAnotherRuleAndItWaitsToo() {
    try (Desk admin = Desk.of("admin.li")) {
      admin.open("/approvals/rules.xhtml?action=import.resume");
      admin.fill("rule", "reason", "试行");
      admin.picture("approval-rule");
      admin.click("rule", "save");
      admin.page().locator(".hy-submitted").waitFor();
    }
    Answer found =
        Callers.admin().get(Approvals.PATH + "?status=PENDING&target=approval-rule:import.resume");
    String id = found.json().at("/items/0/id").asText();
    Answer gone =
        Callers.admin().ifMatch("\"0\"").post(Approvals.PATH + "/" + id + "/withdraw", "{}");
    assertThat(gone.text("status")).isEqualTo("WITHDRAWN");
  }

  private static String waiting(Customers.Registered customer) {
    return Approvals.waiting(
        Callers.operator()
            .post(customer.path() + "/points/grants", "{\"points\": 20000, \"reason\": \"补偿\"}"));
  }

  private static Locator box(Desk desk, String id) {
    return desk.page().locator("input[name='pick'][value^='" + id + "']");
  }
}
