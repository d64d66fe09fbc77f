package com.heyi.web.family;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.family.AllowanceKind;
import com.heyi.family.NoticeKind;
import com.heyi.family.TaskStatus;
import com.heyi.shared.text.Texts;
import com.heyi.testing.Desk;
import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/**
 * A clerk sets up a family by page: founded, a child taken in, a task from its setting to the
 * payment of its reward, an allowance, a red packet, a goal, a limit, and what guardians are told.
 */
class FamilyPagesIT {
  @Test
  void aClerkSetsUpAFamilyAndTakesATaskToItsPayment() {
    BankFamily family = BankFamily.withMoney("500.00");

    try (Desk clerk = Desk.of("operator.wang")) {
      found(clerk, family);
      takeIn(clerk, family);
      taskToItsPayment(clerk, family);
      assertThat(family.balance(family.piggyBank())).isEqualByComparingTo("20.00");
      money(clerk, family);
      assertThat(family.balance(family.piggyBank())).isEqualByComparingTo("136.00");
      limit(clerk, family);
      clerk.picture("household");
      search(clerk, family);
    }
    try (Desk auditor = Desk.of("auditor.chen")) {
      auditor.open("/family/household.xhtml?customer=" + family.child().id());
      auditor.page().locator("main h1").waitFor();
      auditor.picture("household-of-auditor");
      assertThat(auditor.page().locator("main button").count()).isZero();
    }
  }

  private static void found(Desk desk, BankFamily family) {
    desk.open("/family/list.xhtml?member=C000000000");
    desk.page().locator("main .hy-empty").waitFor();
    desk.picture("households-none-match");
    desk.button("page.family.found").click();
    desk.field("foundForm", "guardianId").waitFor();
    desk.fill("foundForm", "guardianId", "C999999999");
    desk.fill("foundForm", "name", family.name());
    send(desk, "found");
    desk.page().locator("[id='foundForm'] .ui-messages-error").waitFor();
    desk.picture("household-found-refused");
    desk.fill("foundForm", "guardianId", family.mother().number());
    send(desk, "found");
    desk.awaitPage("/family/household.xhtml");
    desk.picture("household-founded");
  }

  private static void takeIn(Desk desk, BankFamily family) {
    open(desk, "addMember", "customerId");
    desk.fill("addMemberForm", "customerId", family.child().number());
    desk.pick("addMemberForm", "role", 1);
    desk.picture("household-add-member");
    send(desk, "addMember");
    desk.awaitText("[id='members']", family.child().number());
  }

  private static void taskToItsPayment(Desk desk, BankFamily family) {
    open(desk, "setTask", "title");
    desk.fill("setTaskForm", "title", "整理房间");
    desk.type("setTaskForm", "reward", "20.00");
    desk.choose("setTaskForm", "fromAccount", family.purseNumber());
    desk.choose("setTaskForm", "toAccount", family.piggyBankNumber());
    desk.picture("household-task");
    send(desk, "setTask");
    desk.awaitText("[id='tasks']", Texts.of(Texts.DEFAULT, TaskStatus.SET));

    row(desk, "tasks", "markDone");
    desk.page().locator("[id='markDoneForm']").waitFor();
    send(desk, "markDone");
    desk.awaitText("[id='tasks']", Texts.of(Texts.DEFAULT, TaskStatus.DONE));

    row(desk, "tasks", "decide");
    desk.page().locator("[id='decideForm:decision']").waitFor();
    desk.picture("household-decide");
    send(desk, "decide");
    desk.awaitText("[id='tasks']", Texts.of(Texts.DEFAULT, TaskStatus.APPROVED));
    String household = desk.page().url();
    desk.page().locator("a[href*='/family/tasks.xhtml']").click();
    desk.awaitPage("/family/tasks.xhtml");
    desk.awaitText("main table", Texts.of(Texts.DEFAULT, TaskStatus.APPROVED));
    desk.picture("family-tasks");
    desk.page().navigate(household);
    desk.picture("household-task-paid");
  }

  private static void money(Desk desk, BankFamily family) {
    open(desk, "startAllowance", "amount");
    desk.choose("startAllowanceForm", "kind", AllowanceKind.LIVING);
    desk.choose("startAllowanceForm", "fromAccount", family.purseNumber());
    desk.choose("startAllowanceForm", "toAccount", family.piggyBankNumber());
    desk.type("startAllowanceForm", "amount", "30.00");
    desk.type("startAllowanceForm", "onDay", "9");
    desk.fill("startAllowanceForm", "startsOn", tomorrow());
    send(desk, "startAllowance");
    desk.page().locator("[id='startAllowanceForm'] .ui-message-error").first().waitFor();
    desk.picture("household-allowance-refused");
    desk.type("startAllowanceForm", "onDay", "5");
    send(desk, "startAllowance");
    desk.awaitText("[id='allowances']", Texts.of(Texts.DEFAULT, AllowanceKind.LIVING));

    open(desk, "giveRedPacket", "greeting");
    desk.choose("giveRedPacketForm", "fromAccount", family.purseNumber());
    desk.choose("giveRedPacketForm", "toAccount", family.piggyBankNumber());
    desk.type("giveRedPacketForm", "amount", "66.00");
    desk.fill("giveRedPacketForm", "greeting", "新年快乐");
    send(desk, "giveRedPacket");
    said(desk, "page.family.said.given");

    open(desk, "setGoal", "title");
    desk.choose("setGoalForm", "memberId", family.child().number());
    desk.choose("setGoalForm", "accountId", family.piggyBankNumber());
    desk.fill("setGoalForm", "title", "自行车");
    desk.type("setGoalForm", "target", "400.00");
    send(desk, "setGoal");
    desk.awaitText("[id='goals']", "自行车");
    row(desk, "goals", "payIn");
    desk.field("payInForm", "amount").waitFor();
    desk.choose("payInForm", "fromAccount", family.purseNumber());
    desk.type("payInForm", "amount", "50.00");
    send(desk, "payIn");
    desk.awaitText("[id='goals']", "34%");
  }

  private static void limit(Desk desk, BankFamily family) {
    open(desk, "setLimit", "perPayment");
    desk.type("setLimitForm", "perPayment", "10.00");
    desk.type("setLimitForm", "perDay", "20.00");
    send(desk, "setLimit");
    said(desk, "page.family.said.limited");
    assertThat(family.spends(family.piggyBank(), "10.01").code()).isEqualTo("family.limit-payment");
    desk.page().reload();
    desk.awaitText("main", Texts.of(Texts.DEFAULT, NoticeKind.PAYMENT_DECLINED));
  }

  private static void search(Desk desk, BankFamily family) {
    desk.open("/family/list.xhtml?member=" + family.child().number());
    desk.awaitText("[id='list']", family.name());
    desk.picture("households");
    desk.page().locator("input[name='name']").fill(family.name().substring(1));
    desk.page().locator("form.hy-filters button").click();
    desk.awaitText("[id='list']", family.name());
    assertThat(desk.page().url()).doesNotContain("name=");
  }

  private static void open(Desk desk, String dialog, String field) {
    desk.button("page.family.do." + dialog).click();
    desk.field(dialog + "Form", field).waitFor();
  }

  private static void send(Desk desk, String dialog) {
    desk.page().locator("[id='" + dialog + "Form'] .hy-actions button").last().click();
  }

  private static void row(Desk desk, String table, String dialog) {
    desk.page()
        .locator("[id='" + table + "'] tbody button")
        .filter(new Locator.FilterOptions().setHasText(Desk.text("page.family.do." + dialog)))
        .first()
        .click();
  }

  private static void said(Desk desk, String key) {
    desk.awaitText("body", Desk.text(key));
  }

  private static String tomorrow() {
    return LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1).toString();
  }
}
