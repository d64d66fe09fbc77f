package com.heyi.web.ui;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The menu: which pages stand in it, in which group. Who finds them there is who may open them, as
 * their beans declare by {@link PageAt}.
 */
public final class Navigation {
  private static final List<Group> ALL =
      List.of(
          new Group("nav.group.home", List.of(Item.of("nav.dashboard", "/index.xhtml", "pi-home"))),
          new Group(
              "nav.group.customers",
              List.of(
                  Item.of("nav.customers", "/accounts/list.xhtml", "pi-users")
                      .holding(
                          "/accounts/customer.xhtml",
                          "/accounts/register.xhtml",
                          "/mall/points.xhtml",
                          "/mall/statement.xhtml",
                          "/deposits/account.xhtml",
                          "/messages/preference.xhtml",
                          "/promotions/customer.xhtml",
                          "/menu/customer.xhtml"),
                  Item.of("nav.households", "/family/list.xhtml", "pi-home"),
                  Item.of("nav.tiers", "/relationship/tiers.xhtml", "pi-star-fill")
                      .holding("/relationship/standing.xhtml"),
                  Item.of("nav.mine", "/relationship/mine.xhtml", "pi-heart"),
                  Item.of("nav.follow-ups", "/relationship/follow-ups.xhtml", "pi-phone")
                      .holding("/relationship/follow-up.xhtml"),
                  Item.of("nav.flow-alerts", "/relationship/alerts.xhtml", "pi-bell")
                      .holding("/relationship/alert.xhtml"),
                  Item.of("nav.managers", "/relationship/managers.xhtml", "pi-user-edit"),
                  Item.of("nav.funnel", "/relationship/funnel.xhtml", "pi-filter")
                      .holding("/relationship/funnel-customers.xhtml"),
                  Item.of("nav.tier-rules", "/relationship/rules.xhtml", "pi-sliders-v"),
                  Item.of("nav.limits", "/deposits/limits.xhtml", "pi-sliders-h"),
                  Item.of("nav.messages", "/messages/list.xhtml", "pi-send"),
                  Item.of("nav.matches", "/accounts/matches.xhtml", "pi-clone"),
                  Item.of("nav.apps", "/accounts/apps.xhtml", "pi-th-large")
                      .holding("/accounts/app.xhtml"),
                  Item.of("nav.menu-functions", "/menu/functions.xhtml", "pi-list"),
                  Item.of("nav.menu-failing", "/menu/failing.xhtml", "pi-exclamation-circle"),
                  Item.of("nav.closings", "/winddown/list.xhtml", "pi-power-off"))),
          new Group(
              "nav.group.mall",
              List.of(
                  Item.of("nav.orders", "/mall/orders.xhtml", "pi-shopping-bag")
                      .holding(
                          "/mall/order.xhtml",
                          "/mall/redeem.xhtml",
                          "/mall/cart.xhtml",
                          "/mall/checkout.xhtml"),
                  Item.of("nav.returns", "/mall/returns.xhtml", "pi-replay")
                      .holding("/mall/return.xhtml", "/mall/new-return.xhtml"),
                  Item.of("nav.invoices", "/invoices/list.xhtml", "pi-receipt")
                      .holding("/invoices/invoice.xhtml", "/invoices/issue.xhtml"),
                  Item.of("nav.items", "/mall/items.xhtml", "pi-tags")
                      .holding(
                          "/mall/item.xhtml",
                          "/mall/new-item.xhtml",
                          "/mall/choose.xhtml",
                          "/mall/window.xhtml",
                          "/mall/bundles.xhtml",
                          "/mall/categories.xhtml"),
                  Item.of("nav.gift-cards", "/giftcards/list.xhtml", "pi-credit-card")
                      .holding("/giftcards/card.xhtml", "/giftcards/issue.xhtml"),
                  Item.of("nav.gift-card-rules", "/giftcards/rules.xhtml", "pi-calendar-clock"),
                  Item.of("nav.reviews", "/mall/reviews.xhtml", "pi-star")
                      .holding("/mall/pending-reviews.xhtml"))),
          new Group(
              "nav.group.promotions",
              List.of(
                  Item.of("nav.coupon-templates", "/promotions/templates.xhtml", "pi-ticket")
                      .holding(
                          "/promotions/template.xhtml",
                          "/promotions/new-template.xhtml",
                          "/promotions/price.xhtml"),
                  Item.of("nav.coupons", "/promotions/coupons.xhtml", "pi-gift")
                      .holding("/promotions/coupon.xhtml"),
                  Item.of("nav.campaigns", "/promotions/campaigns.xhtml", "pi-bullseye")
                      .holding("/promotions/campaign.xhtml"),
                  Item.of("nav.coupon-figures", "/promotions/figures.xhtml", "pi-chart-pie"),
                  Item.of("nav.benefits", "/promotions/benefits.xhtml", "pi-crown"),
                  Item.of("nav.tasks-earning", "/promotions/tasks.xhtml", "pi-list-check"))),
          new Group(
              "nav.group.points",
              List.of(
                  Item.of("nav.sales", "/mall/sales.xhtml", "pi-chart-bar"),
                  Item.of("nav.books", "/mall/books.xhtml", "pi-book"),
                  Item.of("nav.reconciliation", "/mall/reconciliation.xhtml", "pi-verified"),
                  Item.of("nav.liability", "/mall/liability.xhtml", "pi-wallet"),
                  Item.of("nav.points-rules", "/mall/rules.xhtml", "pi-calendar"))),
          new Group(
              "nav.group.complaints",
              List.of(
                  Item.of("nav.desk", "/complaints/desk.xhtml", "pi-briefcase"),
                  Item.of("nav.complaints", "/complaints/list.xhtml", "pi-comments")
                      .holding("/complaints/complaint.xhtml", "/complaints/record.xhtml"),
                  Item.of("nav.remarks", "/complaints/remarks.xhtml", "pi-star")
                      .holding("/complaints/remark.xhtml"),
                  Item.of("nav.complaint-reports", "/complaints/reports.xhtml", "pi-chart-bar")
                      .holding("/complaints/report-cases.xhtml", "/learning/surveys.xhtml"),
                  Item.of("nav.complaint-returns", "/complaints/returns.xhtml", "pi-file-export")
                      .holding("/complaints/return.xhtml", "/complaints/return-cases.xhtml"),
                  Item.of("nav.desk-members", "/complaints/members.xhtml", "pi-sitemap"),
                  Item.of("nav.calendars", "/complaints/calendars.xhtml", "pi-calendar"),
                  Item.of("nav.learning", "/learning/problems.xhtml", "pi-lightbulb")
                      .holding("/learning/problem.xhtml"),
                  Item.of("nav.causes", "/learning/causes.xhtml", "pi-share-alt"),
                  Item.of("nav.win-backs", "/learning/win-backs.xhtml", "pi-heart"),
                  Item.of("nav.my-points", "/learning/mine.xhtml", "pi-flag"),
                  Item.of("nav.accountability", "/learning/accountability.xhtml", "pi-flag-fill"))),
          new Group(
              "nav.group.control",
              List.of(
                  Item.of("nav.approvals", "/approvals/list.xhtml", "pi-check-square")
                      .holding("/approvals/approval.xhtml"),
                  Item.of("nav.approval-rules", "/approvals/rules.xhtml", "pi-cog"),
                  Item.of("nav.imports", "/imports/list.xhtml", "pi-upload"),
                  Item.of("nav.audit", "/audit/list.xhtml", "pi-shield"),
                  Item.of("nav.access", "/access/list.xhtml", "pi-id-card"),
                  Item.of("nav.privacy.retention", "/privacy/retention.xhtml", "pi-calendar-times"),
                  Item.of("nav.privacy.erasures", "/privacy/erasures.xhtml", "pi-eraser"))));

  private Navigation() {}

  /**
   * The groups and items for somebody; groups without any item are left out.
   *
   * @param mayOpen whether he may open the page at a path
   */
  public static List<Group> of(Predicate<String> mayOpen) {
    return ALL.stream()
        .map(group -> group.of(mayOpen))
        .filter(group -> !group.items().isEmpty())
        .toList();
  }

  /**
   * A heading of the menu.
   *
   * @param label key of its text
   * @param items what stands below it
   */
  public record Group(String label, List<Item> items) {
    public Group {
      items = List.copyOf(items);
    }

    private Group of(Predicate<String> mayOpen) {
      return new Group(label, items.stream().filter(item -> mayOpen.test(item.path())).toList());
    }
  }

  /**
   * A page in the menu.
   *
   * @param label key of its text
   * @param path where it is
   * @param icon name of its PrimeIcon
   * @param below pages of other folders, or of a folder with several items, that belong to it
   */
  public record Item(String label, String path, String icon, Set<String> below) {
    static Item of(String label, String path, String icon) {
      return new Item(label, path, icon, Set.of());
    }

    Item holding(String... views) {
      return new Item(label, path, icon, Set.of(views));
    }

    /** Whether the page shown is this one or one of those below it, by the folder it is in. */
    public boolean holds(String viewId) {
      String folder = path.substring(0, path.lastIndexOf('/') + 1);
      boolean alone =
          ALL.stream()
                  .flatMap(group -> group.items().stream())
                  .filter(item -> item.path().startsWith(folder))
                  .count()
              == 1;
      boolean anothers =
          ALL.stream()
              .flatMap(group -> group.items().stream())
              .anyMatch(item -> item != this && item.below().contains(viewId));
      return path.equals(viewId)
          || below.contains(viewId)
          || alone && !anothers && viewId.startsWith(folder);
    }
  }
}
