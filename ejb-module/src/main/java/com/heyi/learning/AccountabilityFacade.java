package com.heyi.learning;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.COMPLAINT_HANDLER;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.learning.internal.Accountability;
import com.heyi.learning.internal.PointRules;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Points for members of the staff who answer for a violation. Everybody sees his own; all are seen
 * by administrators and auditors only. Giving points waits for a second person.
 */
@Facade
@Stateless
public class AccountabilityFacade {
  @Inject private Accountability accountability;
  @Inject private PointRules rules;

  /** For the container. */
  public AccountabilityFacade() {}

  AccountabilityFacade(Accountability accountability, PointRules rules) {
    this.accountability = accountability;
    this.rules = rules;
  }

  /** What violations give, all that was ever set. */
  @Query(
      value = "violation.rules",
      by = {COMPLAINT_HANDLER, OPERATOR, HEAD_OFFICE_ADMIN, AUDITOR})
  public List<ViolationRuleView> rules() {
    return rules.rules();
  }

  /**
   * Sets what a violation gives from a day on.
   *
   * @throws HeyiException {@link LearningError#RULE_DUPLICATE}, {@link CommonError#INVALID}
   */
  @Command(value = "violation.set-rule", by = HEAD_OFFICE_ADMIN)
  public ViolationRuleView set(SetViolationRule command) {
    return rules.set(command);
  }

  /** What sums of points lead to, all that was ever set. */
  @Query(
      value = "violation.thresholds",
      by = {COMPLAINT_HANDLER, OPERATOR, HEAD_OFFICE_ADMIN, AUDITOR})
  public List<ThresholdView> thresholds() {
    return rules.thresholds();
  }

  /**
   * Sets what a sum of points leads to from a day on.
   *
   * @throws HeyiException {@link LearningError#RULE_DUPLICATE}, {@link CommonError#INVALID}
   */
  @Command(value = "violation.set-threshold", by = HEAD_OFFICE_ADMIN)
  public ThresholdView set(SetThreshold command) {
    return rules.set(command);
  }

  /**
   * Gives points, for a case in which it was said who answers for it, by who is in charge of it.
   * Heyi's rules for approvals put it under four eyes.
   *
   * @throws HeyiException {@link LearningError#NOT_HELD_TO_ACCOUNT}, {@link
   *     LearningError#NOT_IN_CHARGE}, {@link LearningError#STAFF_UNKNOWN}, {@link
   *     LearningError#RULE_UNKNOWN}, {@link LearningError#OWN_POINTS}, {@link
   *     LearningError#GIVEN_ALREADY}, {@link CommonError#NOT_FOUND}
   */
  @Command(value = "violation.give", by = COMPLAINT_HANDLER)
  public ViolationView give(GiveViolation command) {
    return accountability.give(command);
  }

  /**
   * Appeals against one's own points, once and in time.
   *
   * @throws HeyiException {@link LearningError#NOT_HIS}, {@link LearningError#APPEAL_LATE}, {@link
   *     LearningError#VIOLATION_STATUS}, {@link CommonError#VERSION_MOVED}, {@link
   *     CommonError#NOT_FOUND}
   */
  @Command(
      value = "violation.appeal",
      by = {COMPLAINT_HANDLER, OPERATOR, HEAD_OFFICE_ADMIN})
  public ViolationView appeal(AppealViolation command) {
    return accountability.appeal(command);
  }

  /**
   * Decides an appeal; neither who gave the points nor who has them.
   *
   * @throws HeyiException {@link LearningError#DECIDES_OWN}, {@link
   *     LearningError#VIOLATION_STATUS}, {@link CommonError#VERSION_MOVED}, {@link
   *     CommonError#NOT_FOUND}
   */
  @Command(value = "violation.decide-appeal", by = HEAD_OFFICE_ADMIN)
  public ViolationView decide(DecideAppeal command) {
    return accountability.decide(command);
  }

  /**
   * A part of all violations, the latest given first.
   *
   * <p>Filters: {@code staff}, {@code rule}, {@code status}. Sorts: {@code givenAt}.
   */
  @Query(
      value = "violation.list",
      by = {HEAD_OFFICE_ADMIN, AUDITOR})
  public Page<ViolationView> list(PageRequest request) {
    return accountability.page(request);
  }

  /** How the caller himself stands. */
  @Query(
      value = "violation.mine",
      by = {COMPLAINT_HANDLER, OPERATOR, HEAD_OFFICE_ADMIN})
  public StaffPoints mine() {
    return accountability.standing(CallContext.current().user());
  }

  /** How somebody stands, by his account name. */
  @Query(
      value = "violation.standing",
      by = {HEAD_OFFICE_ADMIN, AUDITOR},
      target = "staff")
  public StaffPoints standing(String account) {
    return accountability.standing(account);
  }
}
