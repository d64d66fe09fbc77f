package com.heyi.menu;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.BRANCH;
import static com.heyi.shared.facade.Role.COMPLAINT_HANDLER;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.menu.internal.Helps;
import com.heyi.menu.internal.MenuPreferences;
import com.heyi.menu.internal.Menus;
import com.heyi.menu.internal.Reports;
import com.heyi.menu.internal.Uses;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;

/** Customers' menus: what they use, in which order they find it, and where they get stuck. */
@Facade
@Stateless
public class MenuFacade {
  /** The longest time over which failing steps are counted at once. */
  public static final int MOST_DAYS = 92;

  @Inject private Menus menus;
  @Inject private MenuPreferences preferences;
  @Inject private Reports reports;
  @Inject private Uses uses;
  @Inject private Helps helps;
  @Inject private CustomerDirectory customers;

  /** For the container. */
  public MenuFacade() {}

  MenuFacade(
      Menus menus,
      MenuPreferences preferences,
      Reports reports,
      Uses uses,
      Helps helps,
      CustomerDirectory customers) {
    this.menus = menus;
    this.preferences = preferences;
    this.reports = reports;
    this.uses = uses;
    this.helps = helps;
    this.customers = customers;
  }

  /**
   * A customer's menu, with the reason of each place. The same history on the same day gives the
   * same order.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "menu.view",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, COMPLAINT_HANDLER, BRANCH, AUDITOR},
      personalData = true)
  public MenuView menu(AskMenu asked) {
    customers.require(asked.customerId());
    return menus.of(asked);
  }

  /**
   * Takes what a customer used, all of a report or nothing. What was reported before is known by
   * its id and changes nothing.
   *
   * @throws HeyiException {@link MenuError#FUNCTION_UNKNOWN}, {@link MenuError#USE_ANOTHER}, {@link
   *     MenuError#USE_TOO_OLD}, {@link MenuError#USE_AHEAD}, {@link MenuError#STEP_ALONE}; {@link
   *     CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}
   */
  @Command(
      value = "menu.report-uses",
      by = {OPERATOR, BRANCH})
  public UsesTaken report(ReportUses command) {
    customers.requireServed(command.customerId());
    return reports.take(command);
  }

  /**
   * How a customer wants his menu.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "menu.preference",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, COMPLAINT_HANDLER, BRANCH, AUDITOR},
      personalData = true,
      target = "customer")
  public MenuPreferenceView preference(UUID customerId) {
    customers.require(customerId);
    return preferences.of(customerId);
  }

  /**
   * Says how a customer wants his menu.
   *
   * @throws HeyiException {@link MenuError#FUNCTION_UNKNOWN}, {@link MenuError#PINNED_AND_HIDDEN},
   *     {@link CommonError#VERSION_MOVED}, {@link CommonError#NOT_FOUND}, {@link
   *     CommonError#OTHER_BRANCH}
   */
  @Command(
      value = "menu.set-preference",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, COMPLAINT_HANDLER, BRANCH})
  public MenuPreferenceView setPreference(SetMenuPreference command) {
    customers.requireServed(command.customerId());
    return preferences.set(command);
  }

  /**
   * A part of the offers of help, the latest first.
   *
   * <p>Filters: {@code status} (one or more, separated by commas), {@code channel}, {@code
   * function}, {@code customer} (id), {@code from} and {@code to} (days). Sort: {@code offeredAt}.
   */
  @Query(
      value = "help.list",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, COMPLAINT_HANDLER, AUDITOR},
      personalData = true)
  public Page<HelpView> helps(PageRequest request) {
    return helps.page(request);
  }

  /**
   * Says what came of an offer of help.
   *
   * @throws HeyiException {@link MenuError#HELP_ENDED}, {@link CommonError#VERSION_MOVED}, {@link
   *     CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}
   */
  @Command(
      value = "help.answer",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, COMPLAINT_HANDLER, BRANCH})
  public HelpView answer(AnswerHelp command) {
    customers.require(helps.customerOf(command.helpId()));
    return helps.answer(command);
  }

  /**
   * Which steps of journeys did not go well.
   *
   * @param channel only there, or null for everywhere
   * @throws HeyiException {@link MenuError#DAYS}
   */
  @Query(
      value = "menu.failing-steps",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, COMPLAINT_HANDLER, AUDITOR})
  public FailingSteps failingSteps(LocalDate from, LocalDate to, MenuChannel channel) {
    if (from.isAfter(to) || from.plusDays(MOST_DAYS).isBefore(to)) {
      throw new HeyiException(MenuError.DAYS, MOST_DAYS);
    }
    return new FailingSteps(from, to, uses.failing(from, to, channel));
  }
}
