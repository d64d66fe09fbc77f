package com.heyi.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.accounts.AccountType;
import com.heyi.complaints.ComplaintCause;
import com.heyi.complaints.ComplaintChannel;
import com.heyi.complaints.ComplaintStatus;
import com.heyi.complaints.Resolution;
import com.heyi.mall.OrderStatus;
import com.heyi.shared.text.Texts;
import com.heyi.testing.Callers;
import com.heyi.testing.Cases;
import com.heyi.testing.Customers;
import com.heyi.testing.Desk;
import com.heyi.testing.Mall;
import com.heyi.testing.People;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/**
 * The main job by page, end to end: a customer is registered, gets an account and points, redeems,
 * cancels a line and complains; the complaint goes through all its steps; the auditor finds it all.
 */
class SliceIT {
  @Test
  void aCustomersStoryFromRegistrationToAudit() {
    String lamp = Mall.itemOnSale(100, 10);
    String mug = Mall.itemOnSale(50, 10);
    Customers.Registered customer;
    String complaint;

    try (Desk operator = Desk.of("operator.wang")) {
      customer = register(operator);
      openAccount(operator);
      grant(operator, customer, 1000);
      String order = redeem(operator, customer, lamp, 2, mug, 3);
      cancelFirstLine(operator, order);
      assertThat(Mall.pointsOf(customer)).isEqualTo(1000 - 150);
      assertThat(Mall.stockOf(lamp)).isEqualTo(10);
      assertThat(Mall.stockOf(mug)).isEqualTo(7);
      complaint = record(operator, customer);
    }
    try (Desk handler = Desk.of("handler.zhao")) {
      handle(handler, complaint);
    }
    try (Desk auditor = Desk.of("auditor.chen")) {
      audit(auditor, customer);
    }
  }

  private static Customers.Registered register(Desk desk) {
    String residentId = People.residentId();
    desk.open("/accounts/register.xhtml");
    desk.fill("register", "name", People.name());
    desk.fill("register", "residentId", People.wrong(residentId));
    desk.fill("register", "phone", People.phone());
    desk.fill("register", "homeBranch", "B0101");
    desk.fill("register", "address", "北京市西城区金融大街 1 号");
    desk.click("register", "submit");
    desk.page().locator(".ui-message-error").first().waitFor();
    desk.picture("customer-register-refused");

    desk.fill("register", "residentId", residentId);
    desk.click("register", "submit");
    desk.awaitPage("/accounts/customer.xhtml");
    desk.picture("customer-registered");
    String id = idOf(desk);
    String number = Callers.operator().get(Customers.PATH + "/" + id).text("number");
    assertThat(desk.page().locator("main").textContent()).contains(number);
    assertThat(desk.page().content()).doesNotContain(residentId);
    return new Customers.Registered(id, number, "", residentId);
  }

  private static void openAccount(Desk desk) {
    desk.button("page.accounts.open").click();
    desk.page().locator("[id='openForm']").waitFor();
    desk.pick("openForm", "type", 0);
    desk.picture("account-open-dialog");
    desk.click("openForm", "submit");
    desk.page()
        .locator("main .hy-halves td")
        .filter(new Locator.FilterOptions().setHasText(Texts.of(Texts.DEFAULT, AccountType.I)))
        .first()
        .waitFor();
    desk.picture("customer-with-account");
  }

  private static void grant(Desk desk, Customers.Registered customer, long points) {
    desk.open("/mall/points.xhtml?id=" + customer.id());
    desk.button("page.mall.points.grant").click();
    desk.page().locator("[id='grantForm']").waitFor();
    desk.type("grantForm", "points", String.valueOf(points));
    desk.fill("grantForm", "reason", "开户礼");
    desk.picture("points-grant-dialog");
    desk.page().locator("[id='grantForm'] .hy-actions button").last().click();
    desk.page()
        .locator("main .hy-tiles")
        .filter(new Locator.FilterOptions().setHasText("1,000"))
        .waitFor();
    desk.picture("points");
  }

  private static String redeem(
      Desk desk,
      Customers.Registered customer,
      String first,
      long firstPieces,
      String second,
      long secondPieces) {
    desk.open("/mall/redeem.xhtml?id=" + customer.id());
    add(desk, first, firstPieces);
    add(desk, second, secondPieces);
    desk.picture("redeem");
    desk.click("order", "submit");
    desk.awaitPage("/mall/order.xhtml");
    desk.picture("order-placed");
    return idOf(desk);
  }

  private static void add(Desk desk, String sku, long pieces) {
    desk.field("choose", "sku").fill("");
    desk.field("choose", "sku").pressSequentially(sku);
    desk.page().locator("[id='choose:sku_panel'] tr").first().click();
    desk.type("choose", "quantity", String.valueOf(pieces));
    desk.click("choose", "add");
    desk.page()
        .locator("[id='order'] td")
        .filter(new Locator.FilterOptions().setHasText(sku))
        .first()
        .waitFor();
  }

  private static void cancelFirstLine(Desk desk, String order) {
    desk.open("/mall/order.xhtml?id=" + order);
    desk.page().locator("[id='lines'] tbody button").first().click();
    desk.field("cancelLineForm", "reason").waitFor();
    desk.type("cancelLineForm", "quantity", "2");
    desk.fill("cancelLineForm", "reason", "不想要了");
    desk.picture("order-cancel-dialog");
    desk.page().locator("[id='cancelLineForm'] .hy-actions button").last().click();
    desk.page()
        .locator("main .hy-facts")
        .first()
        .filter(
            new Locator.FilterOptions()
                .setHasText(Texts.of(Texts.DEFAULT, OrderStatus.PARTLY_CANCELLED)))
        .waitFor();
    desk.picture("order-partly-cancelled");
  }

  private static String record(Desk desk, Customers.Registered customer) {
    desk.open("/complaints/record.xhtml");
    desk.choose("record", "channel", ComplaintChannel.HOTLINE);
    desk.fill("record", "customer", customer.number());
    desk.fill("record", "product", "积分商城");
    desk.fill("record", "narrative", "兑换的商品收到时包装已经破损，要求更换。");
    desk.picture("complaint-record");
    desk.click("record", "submit");
    desk.awaitPage("/complaints/complaint.xhtml");
    desk.picture("complaint-recorded");
    return idOf(desk);
  }

  private static void handle(Desk desk, String complaint) {
    desk.open("/complaints/complaint.xhtml?id=" + complaint);
    desk.pick("step", "complexity", 0);
    desk.picture("complaint-accept");
    desk.click("step", "accept");

    desk.page().locator("[id='step:analyse']").waitFor();
    desk.choose("step", "cause", ComplaintCause.FACILITIES);
    desk.fill("step", "department", "零售业务部");
    desk.fill("step", "finding", "物流包装不当，商品破损属实。");
    desk.picture("complaint-analyse");
    desk.click("step", "analyse");

    desk.page().locator("[id='step:handle']").waitFor();
    desk.choose("step", "resolution", Resolution.EXPLANATION);
    desk.fill("step", "measures", "向客户致歉，并说明物流包装的改进安排。");
    desk.click("step", "handle");

    desk.page().locator("[id='step:feedBack']").waitFor();
    Cases.addressed(complaint);
    desk.choose("step", "answerChannel", ComplaintChannel.CALLBACK);
    desk.fill("step", "answer", "已向您说明原因和改进安排，感谢您的谅解。");
    desk.click("step", "feedBack");

    desk.page().locator("[id='step:close']").waitFor();
    desk.fill("step", "rootCause", "供应商包装标准过低，已要求整改。");
    desk.picture("complaint-close");
    desk.click("step", "close");

    desk.page()
        .locator("main .hy-facts")
        .filter(
            new Locator.FilterOptions().setHasText(Texts.of(Texts.DEFAULT, ComplaintStatus.CLOSED)))
        .first()
        .waitFor();
    desk.picture("complaint-closed");
    assertThat(desk.page().locator(".hy-timeline > li").count()).isGreaterThanOrEqualTo(6);
  }

  private static void audit(Desk desk, Customers.Registered customer) {
    desk.open("/audit/list.xhtml?target=customer:" + customer.id());
    Locator rows = desk.page().locator("[id='list:table_data'] > tr");
    rows.first().waitFor();
    String found = desk.page().locator("[id='list:table_data']").textContent();
    assertThat(found).contains("customer.register").contains("operator.wang");
    desk.picture("audit-of-customer");
    rows.first().locator("a").first().click();
    desk.awaitPage("/audit/entry.xhtml");
    desk.picture("audit-entry");

    desk.open("/audit/list.xhtml?who=handler.zhao&action=complaint.close");
    rows.first().waitFor();
    assertThat(desk.page().locator("[id='list:table_data']").textContent())
        .contains("complaint.close");
  }

  private static String idOf(Desk desk) {
    String url = desk.page().url();
    return url.replaceAll(".*[?&]id=([^&#]+).*", "$1");
  }
}
