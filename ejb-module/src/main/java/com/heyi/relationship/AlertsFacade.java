package com.heyi.relationship;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.BRANCH;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.relationship.internal.Alerts;
import com.heyi.relationship.internal.FlowThresholds;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * Large sums that came to customers or went from them. An operator sees the alerts about those whom
 * he looks after himself, or for somebody who is away; administrators and auditors see all.
 */
@Facade
@Stateless
public class AlertsFacade {
  @Inject private Alerts alerts;
  @Inject private FlowThresholds thresholds;

  public AlertsFacade() {}

  AlertsFacade(Alerts alerts, FlowThresholds thresholds) {
    this.alerts = alerts;
    this.thresholds = thresholds;
  }

  /**
   * The alerts, the latest first unless asked otherwise.
   *
   * <p>Filters: {@code status}, {@code direction}, {@code manager} (account), {@code customer} (his
   * number). Sorts: {@code openedAt}, {@code amount}.
   */
  @Query(
      value = "alert.list",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR},
      personalData = true)
  public Page<AlertView> list(PageRequest request) {
    return alerts.page(request);
  }

  /**
   * One alert.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  @Query(
      value = "alert.view",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR},
      personalData = true)
  public AlertView view(UUID alertId) {
    return alerts.view(alertId);
  }

  /**
   * A customer's alerts that nobody has handled, the latest first.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "alert.of-customer",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR},
      personalData = true,
      target = "customer")
  public List<AlertView> openOf(UUID customerId) {
    return alerts.openOf(customerId);
  }

  /**
   * Says that an alert was looked at.
   *
   * @throws HeyiException {@link RelationshipError#ALERT_STATUS}, {@link
   *     CommonError#VERSION_MOVED}, {@link CommonError#NOT_FOUND}
   */
  @Command(
      value = "alert.see",
      by = {HEAD_OFFICE_ADMIN, OPERATOR})
  public AlertView see(SeeAlert command) {
    return alerts.see(command);
  }

  /**
   * Says what was done about an alert.
   *
   * @throws HeyiException {@link RelationshipError#ALERT_STATUS}, {@link
   *     CommonError#VERSION_MOVED}, {@link CommonError#NOT_FOUND}
   */
  @Command(
      value = "alert.handle",
      by = {HEAD_OFFICE_ADMIN, OPERATOR})
  public AlertView handle(HandleAlert command) {
    return alerts.handle(command);
  }

  /** All thresholds that were ever set, by direction and tier, the newest first. */
  @Query(
      value = "alert.thresholds",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR})
  public List<FlowThresholdView> thresholds() {
    return thresholds.list();
  }

  /**
   * Sets a threshold from a day on.
   *
   * @throws HeyiException {@link RelationshipError#THRESHOLD_PAST}, {@link
   *     RelationshipError#THRESHOLD_DUPLICATE}, {@link RelationshipError#THRESHOLD_AMOUNT}, {@link
   *     RelationshipError#TIER_UNKNOWN}
   */
  @Command(value = "alert.set-threshold", by = HEAD_OFFICE_ADMIN)
  public FlowThresholdView setThreshold(SetFlowThreshold command) {
    return thresholds.set(command);
  }
}
