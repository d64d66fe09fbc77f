package com.heyi.approvals;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.COMPLAINT_HANDLER;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.approvals.internal.Rules;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** Which actions wait for a second person. Changing that waits for one itself, always. */
@Facade
@Stateless
public class ApprovalRulesFacade {
  @Inject private Rules rules;

  /** Every action there is, in the order of names, with what is set for it. */
  @Query(
      value = "approval-rule.list",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, COMPLAINT_HANDLER, AUDITOR})
  public List<ApprovalRuleView> list() {
    return rules.all();
  }

  /**
   * What is set for one action.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  @Query(
      value = "approval-rule.view",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, COMPLAINT_HANDLER, AUDITOR},
      target = "approval-rule")
  public ApprovalRuleView view(String action) {
    return rules.view(action);
  }

  /**
   * Sets whether an action waits. Under four eyes by code: no rule can say otherwise.
   *
   * @throws HeyiException {@link ApprovalError#ACTION_UNKNOWN}, {@link ApprovalError#ACTION_FIXED},
   *     {@link ApprovalError#NO_AMOUNT}, {@link ApprovalError#NOTHING_ADDS_UP}, {@link
   *     ApprovalError#ROLE_CANNOT_CHECK}, {@link ApprovalError#TOLD_ONCE}, {@link
   *     CommonError#VERSION_MOVED}
   */
  @Command(value = "approval-rule.set", by = HEAD_OFFICE_ADMIN)
  public ApprovalRuleView set(SetApprovalRule command) {
    return rules.set(command);
  }
}
