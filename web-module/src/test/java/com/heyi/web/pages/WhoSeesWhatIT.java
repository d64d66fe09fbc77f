package com.heyi.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Channel;
import com.heyi.shared.facade.Role;
import com.heyi.testing.Desk;
import com.heyi.web.roles.RoleMatrix;
import com.heyi.web.ui.Navigation;
import com.heyi.web.ui.Pages;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each role signs in, finds its own pages in the menu, and is refused the others. */
class WhoSeesWhatIT {
  private static final String CUSTOMERS = "/accounts/list.xhtml";
  private static final Pages DECLARED = new RoleMatrix().declaredPages();

  static Stream<Arguments> people() {
    return Stream.of(
        Arguments.of("admin.li", Set.of(Role.HEAD_OFFICE_ADMIN)),
        Arguments.of("operator.wang", Set.of(Role.OPERATOR)),
        Arguments.of("handler.zhao", Set.of(Role.COMPLAINT_HANDLER)),
        Arguments.of("auditor.chen", Set.of(Role.AUDITOR)),
        Arguments.of("newcomer.sun", Set.of()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("people")
  void aPersonFindsHisPagesAndIsRefusedTheOthers(String user, Set<Role> roles) {
    Caller caller =
        new Caller(user, null, roles, null, null, "request-1", Channel.PAGE, null, null);
    List<String> all = paths(view -> true);
    List<String> his = paths(view -> DECLARED.isFor(caller, view));
    List<String> others = all.stream().filter(path -> !his.contains(path)).toList();
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

  /** The pages of the menu that are let through. */
  private static List<String> paths(Predicate<String> mayOpen) {
    return Navigation.of(mayOpen).stream()
        .flatMap(group -> group.items().stream())
        .map(Navigation.Item::path)
        .toList();
  }

  private static String name(String path) {
    return path.substring(1).replace(".xhtml", "").replace('/', '-');
  }
}
