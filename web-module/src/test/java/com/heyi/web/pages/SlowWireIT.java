package com.heyi.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.complaints.ComplaintChannel;
import com.heyi.testing.Customers;
import com.heyi.testing.Desk;
import com.heyi.testing.Mall;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a clerk has when the network is slow, the server gone, his session over or his window small:
 * he is told, nothing he typed is lost, nothing is done to a row he did not mean, and he goes on.
 */
class SlowWireIT {
  private static final String TROUBLE = "#trouble:visible";
  private static final String RECORD = "/complaints/record.xhtml";
  private static final String TYPED = "三次致电均未答复，要求书面说明收费依据。";

  @Test
  void aRequestThatFailsIsToldAndLocksNothingAndOpensNoDialogOfAnotherRow() {
    Customers.Registered customer = Customers.registered();
    Mall.grant(customer, 100);
    try (Desk desk = Desk.of("operator.wang")) {
      String page = "/mall/points.xhtml";
      desk.open(page + "?id=" + customer.id());
      Locator button = desk.button("page.mall.points.reverse");
      button.waitFor();
      desk.expectFailures(page);

      desk.page().route("**" + page + "*", Route::abort);
      button.press("Enter");
      desk.awaitText(TROUBLE, Desk.text("ui.trouble.failed"));
      assertUnlocked(desk, button);
      assertThat(desk.page().locator("#reverseDialog").isVisible()).isFalse();
      desk.picture("request-without-answer");
      desk.page().unroute("**" + page + "*");

      desk.page()
          .route(
              "**" + page + "*",
              route ->
                  route.fulfill(
                      new Route.FulfillOptions().setStatus(503).setBody("<p>upstream gone</p>")));
      button.press("Enter");
      desk.awaitText(TROUBLE, Desk.text("ui.trouble.kept"));
      assertThat(desk.page().locator(TROUBLE).innerText()).doesNotContain("upstream");
      assertUnlocked(desk, button);
      desk.page().unroute("**" + page + "*");

      button.press("Enter");
      desk.page().locator("#reverseDialog").waitFor();
      assertThat(desk.page().locator("#trouble").isVisible()).isFalse();
      desk.page().keyboard().press("Escape");
      desk.page()
          .waitForFunction(
              "text => document.activeElement.textContent.includes(text)",
              Desk.text("page.mall.points.reverse"));
    }
  }

  @Test
  void aSecondRowPickedBeforeTheFirstOnesDialogIsThereChangesNothing() {
    Customers.Registered customer = Customers.registered();
    Mall.grant(customer, 100);
    Mall.grant(customer, 200);
    try (Desk desk = Desk.of("operator.wang")) {
      desk.open("/mall/points.xhtml?id=" + customer.id());
      Locator buttons = desk.page().locator("[id='statement:table'] button");
      buttons.nth(1).waitFor();
      List<Route> held = new ArrayList<>();
      desk.page().route("**/mall/points.xhtml*", held::add);

      buttons.nth(0).click();
      buttons.nth(1).click();
      answer(desk, held);
      desk.page().locator("#reverseDialog").waitFor();
      desk.page().waitForTimeout(300);
      assertThat(held).as("requests beyond the first").isEmpty();
    }
  }

  private static void assertUnlocked(Desk desk, Locator button) {
    desk.page().waitForFunction("() => !document.querySelector('.ui-state-loading')");
    assertThat(button.isEnabled()).isTrue();
    assertThat(desk.page().evaluate("() => document.activeElement.outerHTML"))
        .isEqualTo(button.evaluate("it => it.outerHTML"));
    assertThat(desk.page().locator(".hy-busy-bar").isVisible()).isFalse();
  }

  @Test
  void whatWasTypedStaysInSightWhenTheSessionHasEnded() {
    try (Desk desk = Desk.of("operator.wang")) {
      desk.open(RECORD);
      fillIn(desk);
      desk.expectFailures(RECORD);
      desk.page()
          .context()
          .clearCookies(new BrowserContext.ClearCookiesOptions().setName("HEYISESSION"));

      desk.click("record", "submit");
      desk.awaitText(TROUBLE, Desk.text("auth.session-ended"));
      desk.picture("session-ended");
      assertStillThereUntilLoadedAnew(desk);
      fillIn(desk);
      desk.click("record", "submit");
      desk.awaitPage("/complaints/complaint.xhtml");
    }
  }

  @Test
  void whatWasTypedStaysInSightWhenTheServerHoldsThePageNoMore() {
    try (Desk desk = Desk.of("operator.wang")) {
      desk.open(RECORD);
      fillIn(desk);
      desk.expectFailures(RECORD);
      desk.page()
          .evaluate(
              "() => document.querySelectorAll('[name=\"jakarta.faces.ViewState\"]')"
                  + ".forEach(it => it.value = '-1:-1')");

      desk.click("record", "submit");
      desk.awaitText(TROUBLE, Desk.text("page.error.over"));
      assertStillThereUntilLoadedAnew(desk);
    }
  }

  private static void fillIn(Desk desk) {
    desk.choose("record", "channel", ComplaintChannel.HOTLINE);
    desk.fill("record", "complainantContact", "13900000000");
    desk.fill("record", "product", "信用卡");
    desk.fill("record", "narrative", TYPED);
  }

  private static void assertStillThereUntilLoadedAnew(Desk desk) {
    desk.awaitText(TROUBLE, Desk.text("ui.trouble.anew"));
    assertThat(desk.field("record", "narrative").inputValue()).isEqualTo(TYPED);
    desk.page().locator(TROUBLE + " button").first().click();
    desk.page()
        .locator("#trouble[hidden]")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    assertThat(desk.field("record", "narrative").inputValue()).isEmpty();
    assertThat(desk.page().evaluate("() => sessionStorage.length + localStorage.length"))
        .as("nothing of a customer is left in the browser")
        .isEqualTo(0);
  }

  @Test
  void anAnswerThatComesLateTakesNothingThatIsTyped() {
    Customers.Registered customer = Customers.registered();
    try (Desk desk = Desk.of("operator.wang")) {
      desk.open(RECORD);
      List<Route> held = new ArrayList<>();
      desk.page().route("**" + RECORD + "*", held::add);
      desk.fill("record", "customer", customer.number());
      desk.fill("record", "narrative", "三次致电");
      desk.click("record", "lookUp");
      typeOn(desk, "均未答复，");
      desk.fill("record", "branch", "B0102");
      answer(desk, held);
      desk.page().locator("[id='record:known'] b").waitFor();
      assertThat(desk.field("record", "branch").inputValue())
          .as("a field that the answer draws anew by itself")
          .isEqualTo("B0102");
      assertThat(desk.field("record", "narrative").inputValue()).isEqualTo("三次致电均未答复，");

      desk.click("record", "submit");
      typeOn(desk, "要求书面说明。");
      answer(desk, held);
      desk.page().locator(".ui-message-error").first().waitFor();
      desk.page().keyboard().type("急");
      assertThat(desk.field("record", "narrative").inputValue())
          .as("the whole form was drawn anew while he typed")
          .isEqualTo("三次致电均未答复，要求书面说明。急");
    }
  }

  private static void typeOn(Desk desk, String more) {
    Locator narrative = desk.field("record", "narrative");
    narrative.focus();
    narrative.press("Control+End");
    desk.page().keyboard().type(more);
  }

  private static void answer(Desk desk, List<Route> held) {
    for (int tries = 0; held.isEmpty() && tries < 200; tries++) {
      desk.page().waitForTimeout(50);
    }
    held.remove(0).resume();
  }

  @Test
  void enterPressesTheMainButtonAndAMistakeTakesTheCursor() {
    try (Desk desk = Desk.of("operator.wang")) {
      desk.open(RECORD);
      desk.field("record", "complainantName").press("Enter");
      desk.page().locator(".ui-message-error").first().waitFor();

      desk.page().locator("[id='record:submit']").press("Enter");
      desk.page().waitForFunction("() => document.activeElement.id.startsWith('record:channel')");
    }
  }

  @Test
  void whatAButtonAnswersIsInSightWhereverThePageIsScrolledTo() {
    try (Desk desk = Desk.of("operator.wang")) {
      desk.open(RECORD);
      desk.fill("record", "customer", "C999999999");
      desk.page().setViewportSize(1440, 420);
      desk.page().evaluate("() => window.scrollTo(0, document.body.scrollHeight)");
      desk.page().evaluate("() => document.getElementById('record:lookUp').click()");
      Locator said = desk.page().locator("#messages .ui-messages-error");
      said.waitFor();
      desk.page().screenshot(picture("answer-in-sight"));
      BoundingBox box = said.boundingBox();
      assertThat(box.y).isBetween(0.0, 420.0 - box.height);
    }
  }

  private static Page.ScreenshotOptions picture(String name) {
    return new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png"));
  }

  @Test
  void allOfADialogCanBeReachedOnAPhoneAndAtGreatZoom() {
    Customers.Registered customer = Customers.registered();
    try (Desk desk = Desk.of("operator.wang")) {
      desk.open("/accounts/customer.xhtml?id=" + customer.id());
      desk.button("page.accounts.document.record").waitFor();
      for (int[] window : new int[][] {{375, 420}, {720, 300}}) {
        desk.page().setViewportSize(window[0], window[1]);
        desk.page().evaluate("() => PF('document').show()");
        Locator last = desk.page().locator("[id='documentForm'] .hy-actions button").last();
        last.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
        last.scrollIntoViewIfNeeded();
        desk.page().screenshot(picture("dialog-" + window[0]));
        BoundingBox box = last.boundingBox();
        assertThat(box.y + box.height).isLessThanOrEqualTo(window[1]);
        assertThat(box.x + box.width).isLessThanOrEqualTo(window[0]);
        BoundingBox whole = desk.page().locator("#documentDialog").boundingBox();
        assertThat(whole.x).isGreaterThanOrEqualTo(0);
        assertThat(whole.y).isGreaterThanOrEqualTo(0);
        desk.page().keyboard().press("Escape");
      }
    }
  }
}
