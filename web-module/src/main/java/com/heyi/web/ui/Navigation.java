package com.heyi.web.ui;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.COMPLAINT_HANDLER;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The menu: which pages there are, in which group, and who finds them there. What a page may do is
 * decided by the facades behind it; this only spares people links that would refuse them.
 */
public final class Navigation {
  private static final List<Group> ALL =
      List.of(
          new Group("nav.group.home", List.of(Item.of("nav.dashboard", "/index.xhtml", "pi-home"))),
          new Group(
              "nav.group.business",
              List.of(
                  Item.of(
                          "nav.customers",
                          "/accounts/list.xhtml",
                          "pi-users",
                          HEAD_OFFICE_ADMIN,
                          OPERATOR,
                          COMPLAINT_HANDLER,
                          AUDITOR)
                      .holding("/mall/points.xhtml", "/mall/statement.xhtml"),
                  Item.of(
                          "nav.orders",
                          "/mall/orders.xhtml",
                          "pi-shopping-bag",
                          HEAD_OFFICE_ADMIN,
                          OPERATOR,
                          AUDITOR)
                      .holding("/mall/order.xhtml", "/mall/redeem.xhtml"),
                  Item.of(
                          "nav.items",
                          "/mall/items.xhtml",
                          "pi-tags",
                          HEAD_OFFICE_ADMIN,
                          OPERATOR,
                          AUDITOR)
                      .holding("/mall/item.xhtml", "/mall/new-item.xhtml"),
                  Item.of(
                      "nav.books",
                      "/mall/books.xhtml",
                      "pi-book",
                      HEAD_OFFICE_ADMIN,
                      OPERATOR,
                      AUDITOR),
                  Item.of(
                      "nav.complaints",
                      "/complaints/list.xhtml",
                      "pi-comments",
                      HEAD_OFFICE_ADMIN,
                      OPERATOR,
                      COMPLAINT_HANDLER,
                      AUDITOR))),
          new Group(
              "nav.group.control",
              List.of(
                  Item.of(
                      "nav.imports",
                      "/imports/list.xhtml",
                      "pi-upload",
                      HEAD_OFFICE_ADMIN,
                      OPERATOR,
                      AUDITOR),
                  Item.of("nav.audit", "/audit/list.xhtml", "pi-shield", AUDITOR),
                  Item.of(
                      "nav.access",
                      "/access/list.xhtml",
                      "pi-id-card",
                      HEAD_OFFICE_ADMIN,
                      AUDITOR))));

  private Navigation() {}

  /** The groups and items for this caller; groups without any item are left out. */
  public static List<Group> of(Caller caller) {
    return ALL.stream()
        .map(group -> group.of(caller))
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

    private Group of(Caller caller) {
      return new Group(label, items.stream().filter(item -> item.isFor(caller)).toList());
    }
  }

  /**
   * A page in the menu.
   *
   * @param label key of its text
   * @param path where it is
   * @param icon name of its PrimeIcon
   * @param roles who finds it; nobody named means everybody
   * @param below pages of other folders, or of a folder with several items, that belong to it
   */
  public record Item(String label, String path, String icon, Set<Role> roles, Set<String> below) {
    static Item of(String label, String path, String icon, Role... roles) {
      Set<Role> named = EnumSet.noneOf(Role.class);
      named.addAll(List.of(roles));
      return new Item(label, path, icon, Set.copyOf(named), Set.of());
    }

    Item holding(String... views) {
      return new Item(label, path, icon, roles, Set.of(views));
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
      return path.equals(viewId) || below.contains(viewId) || alone && viewId.startsWith(folder);
    }

    private boolean isFor(Caller caller) {
      return roles.isEmpty() || roles.stream().anyMatch(caller::has);
    }
  }
}
