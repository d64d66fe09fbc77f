package com.heyi.winddown;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.BRANCH;
import static com.heyi.shared.facade.Role.COMPLAINT_HANDLER;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.winddown.internal.Closings;
import com.heyi.winddown.internal.Notices;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * The end of an app, step by step. Every step waits for a second person, and none comes before the
 * day that customers were told.
 */
@Facade
@Stateless
public class WindDownFacade {
  @Inject private Closings closings;
  @Inject private Notices notices;
  @Inject private CustomerDirectory customers;

  public WindDownFacade() {}

  WindDownFacade(Closings closings, Notices notices, CustomerDirectory customers) {
    this.closings = closings;
    this.notices = notices;
    this.customers = customers;
  }

  /**
   * Whom and what the end of an app would concern today.
   *
   * @throws HeyiException {@code app.unknown}
   */
  @Query(
      value = "app.impact",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR})
  public AppImpact impact(String app) {
    return closings.impact(app);
  }

  /**
   * The ends of apps, latest announced first unless asked otherwise.
   *
   * <p>Filters: {@code app}, {@code status}. Sorts: {@code announcedAt}, {@code closeOn}.
   */
  @Query(
      value = "app.closings",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, COMPLAINT_HANDLER, BRANCH, AUDITOR})
  public Page<PlanRow> list(PageRequest request) {
    return closings.page(request);
  }

  /**
   * The end of one app with its progress.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  @Query(
      value = "app.closing",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR})
  public PlanView view(UUID planId) {
    return closings.view(planId);
  }

  /** How long before each step its day must be announced; all that was ever set. */
  @Query(
      value = "app.notices",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR})
  public List<NoticeView> notices() {
    return notices.list();
  }

  /**
   * Sets how long before a step its day must be announced.
   *
   * @throws HeyiException {@link WindDownError#NOTICE_PAST}, {@link WindDownError#NOTICE_DUPLICATE}
   */
  @Command(value = "app.set-notice", by = HEAD_OFFICE_ADMIN)
  public NoticeView setNotice(SetNotice command) {
    return notices.set(command);
  }

  /**
   * Announces the end of an app, with its impact as it is now.
   *
   * @throws HeyiException {@link WindDownError#PLAN_EXISTS}, {@link WindDownError#INTO_UNFIT},
   *     {@link WindDownError#DAYS_ORDER}, {@link WindDownError#NOTICE_TOO_SHORT}, {@code
   *     app.unknown}
   */
  @Command(value = "app.announce-closing", by = HEAD_OFFICE_ADMIN)
  public PlanView announce(AnnounceClosing command) {
    return closings.announce(command);
  }

  /**
   * Stops the app from taking new customers. From then on its balances are final and can be taken
   * over by imports of kinds {@code app-balances}, {@code app-orders} and {@code app-coupons}.
   *
   * @throws HeyiException {@link WindDownError#WRONG_STATUS}, {@link WindDownError#TOO_EARLY},
   *     {@link CommonError#VERSION_MOVED}, {@link CommonError#NOT_FOUND}
   */
  @Command(value = "app.freeze", by = HEAD_OFFICE_ADMIN)
  public PlanView freeze(FreezeApp command) {
    return closings.freeze(command);
  }

  /**
   * Starts the batch that migrates the customers who are not migrated yet.
   *
   * @throws HeyiException {@link WindDownError#CONTROL_MISSING}, {@link
   *     WindDownError#CONTROL_DIFFERS}, {@link WindDownError#WRONG_STATUS}, {@link
   *     WindDownError#TOO_EARLY}, {@link WindDownError#RUNNING}, {@link CommonError#VERSION_MOVED},
   *     {@link CommonError#NOT_FOUND}
   */
  @Command(value = "app.migrate", by = HEAD_OFFICE_ADMIN)
  public PlanView migrate(MigrateApp command) {
    return closings.migrate(command);
  }

  /**
   * Says that all refunds that are due have been paid.
   *
   * @throws HeyiException {@link WindDownError#NO_REFUNDS_DUE}, {@link CommonError#VERSION_MOVED},
   *     {@link CommonError#NOT_FOUND}
   */
  @Command(value = "app.settle-refunds", by = HEAD_OFFICE_ADMIN)
  public PlanView settleRefunds(SettleRefunds command) {
    return closings.settle(command);
  }

  /**
   * Closes an app of which nothing is left.
   *
   * @throws HeyiException {@link WindDownError#SOMETHING_LEFT} naming what, {@link
   *     WindDownError#WRONG_STATUS}, {@link WindDownError#TOO_EARLY}, {@link
   *     WindDownError#RUNNING}, {@link CommonError#VERSION_MOVED}, {@link CommonError#NOT_FOUND}
   */
  @Command(value = "app.close", by = HEAD_OFFICE_ADMIN)
  public PlanView close(CloseApp command) {
    return closings.close(command);
  }

  /**
   * Gives up the end of an app before anybody was migrated; it takes new customers again.
   *
   * @throws HeyiException {@link WindDownError#WRONG_STATUS}, {@link CommonError#VERSION_MOVED},
   *     {@link CommonError#NOT_FOUND}
   */
  @Command(value = "app.call-off-closing", by = HEAD_OFFICE_ADMIN)
  public PlanView callOff(CallOffClosing command) {
    return closings.callOff(command);
  }

  /**
   * The proofs of an app's end.
   *
   * <p>Filters: {@code customer} (his number). Sorts: {@code migratedAt}, {@code pointsBefore},
   * {@code moneyBefore}.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  @Query(
      value = "app.proofs",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR},
      personalData = true)
  public Page<ProofView> proofs(UUID planId, PageRequest request) {
    return closings.proofs(planId, request);
  }

  /** Records a file made of a plan's proofs, with its hash, before it is handed over. */
  @Query(
      value = "app.export-proofs",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR},
      personalData = true)
  public void exported(ProofsExported made) {
    made.note("plan", made.planId());
  }

  /**
   * A customer's own proofs, of all apps that have ended for him.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "app.customer-proofs",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, COMPLAINT_HANDLER, BRANCH, AUDITOR},
      personalData = true,
      target = "customer")
  public List<ProofView> proofsOf(UUID customerId) {
    return closings.proofsOf(customers.require(customerId));
  }
}
