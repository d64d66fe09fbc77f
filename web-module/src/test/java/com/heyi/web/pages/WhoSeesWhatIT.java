package com.heyi.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.testing.Desk;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each role signs in, finds its own pages in the menu, and is refused the others. */
class WhoSeesWhatIT {
  private static final String HOME = "/index.xhtml";
  private static final String CUSTOMERS = "/accounts/list.xhtml";
  private static final String ORDERS = "/mall/orders.xhtml";
  private static final String ITEMS = "/mall/items.xhtml";
  private static final String BOOKS = "/mall/books.xhtml";
  private static final String COMPLAINTS = "/complaints/list.xhtml";
  private static final String IMPORTS = "/imports/list.xhtml";
  private static final String AUDIT = "/audit/list.xhtml";
  private static final String ACCESS = "/access/list.xhtml";
  private static final String RETENTION = "/privacy/retention.xhtml";
  private static final String ERASURES = "/privacy/erasures.xhtml";

  static Stream<Arguments> people() {
    return Stream.of(
        Arguments.of(
            "admin.li",
            List.of(
                HOME,
                CUSTOMERS,
                ORDERS,
                ITEMS,
                BOOKS,
                COMPLAINTS,
                IMPORTS,
                ACCESS,
                RETENTION,
                ERASURES),
            List.of(AUDIT)),
        Arguments.of(
            "operator.wang",
            List.of(HOME, CUSTOMERS, ORDERS, ITEMS, BOOKS, COMPLAINTS, IMPORTS),
            List.of(AUDIT, ACCESS, RETENTION, ERASURES)),
        Arguments.of(
            "handler.zhao",
            List.of(HOME, CUSTOMERS, COMPLAINTS),
            List.of(ORDERS, ITEMS, BOOKS, IMPORTS, AUDIT, ACCESS)),
        Arguments.of(
            "auditor.chen",
            List.of(
                HOME,
                CUSTOMERS,
                ORDERS,
                ITEMS,
                BOOKS,
                COMPLAINTS,
                IMPORTS,
                AUDIT,
                ACCESS,
                RETENTION,
                ERASURES),
            List.of()),
        Arguments.of(
            "newcomer.sun",
            List.of(HOME),
            List.of(CUSTOMERS, ORDERS, BOOKS, COMPLAINTS, IMPORTS, AUDIT, ACCESS)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("people")
  void aPersonFindsHisPagesAndIsRefusedTheOthers(
      String user, List<String> his, List<String> others) {
    try (Desk desk = Desk.of(user)) {
      desk.picture("dashboard-" + user);
      List<String> menu =
          desk.page().locator("nav#menu a").all().stream()
              .map(link -> link.getAttribute("href"))
              .toList();
      assertThat(menu).containsExactlyElementsOf(his);
      for (String path : his) {
        assertThat(desk.open(path).status()).as(path).isEqualTo(200);
        desk.page().locator("main h1").waitFor();
        desk.picture(name(path) + "-" + user);
      }
      for (String path : others) {
        assertThat(desk.statusOf(path)).as(path + " for " + user).isEqualTo(403);
      }
      desk.picture("forbidden-" + user);
    }
  }

  @Test
  void signingOutEndsTheSessionAtTheIdentityProviderToo() {
    try (Desk desk = Desk.of("operator.wang")) {
      desk.page().locator(".hy-sign-out button").click();
      desk.awaitPath("/signed-out");
      desk.picture("signed-out");
      desk.open("/");
      desk.page().locator("#password").waitFor();
      desk.picture("sign-in");
      desk.signIn("operator.wang");
    }
  }

  @Test
  void aPersonReadsThePagesInHisLanguage() {
    try (Desk desk = Desk.of("operator.wang")) {
      for (String tag : List.of("en", "zh-TW", "zh-CN")) {
        desk.page().locator(".hy-languages button[value='" + tag + "']").click();
        desk.page().locator("html[lang='" + tag + "']").waitFor();
        desk.open(CUSTOMERS);
        assertThat(desk.page().locator("html").getAttribute("lang")).isEqualTo(tag);
        assertThat(desk.page().locator("main h1").textContent())
            .isEqualTo(
                com.heyi.shared.text.Texts.get(
                    java.util.Locale.forLanguageTag(tag), "page.accounts.title"));
        desk.picture("customers-" + tag);
      }
    }
  }

  @Test
  void anAddressThatLeadsNowhereIsToldKindly() {
    try (Desk desk = Desk.of("operator.wang")) {
      assertThat(desk.statusOf("/accounts/no-such-page.xhtml")).isEqualTo(404);
      assertThat(desk.statusOf("/accounts/customer.xhtml?id=00000000-0000-7000-8000-000000000000"))
          .isEqualTo(404);
      desk.picture("not-found");
    }
  }

  private static String name(String path) {
    return path.substring(1).replace(".xhtml", "").replace('/', '-');
  }
}
