package com.heyi.web.approvals;

import com.heyi.approvals.ApprovalRuleView;
import com.heyi.approvals.ApprovalRulesFacade;
import com.heyi.approvals.SetApprovalRule;
import com.heyi.shared.facade.AddsUpBy;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.shared.facade.WeightUnit;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** Which actions wait for a second person; for administrators, to change one. */
@PageAt(value = "/approvals/rules.xhtml", facade = ApprovalRulesFacade.class, needs = "list")
@Named
@ViewScoped
public class ApprovalRulesPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int USUAL_HOURS = 72;

  @Inject private ApprovalRulesFacade rules;

  private final FormKey key = new FormKey();
  private transient List<ApprovalRuleView> all;
  private String action;
  private boolean editing;
  private WeightUnit unit;
  private long version;
  private Long above;
  private Long within;
  private AddsUpBy addsUpBy;
  private List<Role> checkers = new ArrayList<>();
  private Long hours;
  private boolean active;
  private String reason;

  /** Reads the rules, and the one to change if the address names one. */
  public void open() {
    all = rules.list();
    if (action != null && !action.isBlank() && isChangeable()) {
      ApprovalRuleView rule = rules.view(action);
      editing = !rule.fixed();
      unit = rule.unit();
      version = rule.version();
      above = rule.above();
      within = rule.withinHours() == null ? null : (long) rule.withinHours();
      addsUpBy = rule.addsUpBy();
      checkers =
          new ArrayList<>(
              rule.checkers().isEmpty() ? List.of(Role.HEAD_OFFICE_ADMIN) : rule.checkers());
      hours = rule.expiresAfterHours() == 0 ? USUAL_HOURS : (long) rule.expiresAfterHours();
      active = rule.active() || rule.expiresAfterHours() == 0;
    }
  }

  /** Asks for the change; it waits for a second person, always. */
  public String save() {
    SetApprovalRule command =
        new SetApprovalRule(
            action,
            version,
            above,
            within == null ? null : hours(within),
            addsUpBy,
            checkers,
            hours == null ? 0 : hours(hours),
            active,
            reason);
    return Commands.run(key, () -> rules.set(command))
        .map(done -> Go.saying("page.approvals.rule.changed").to("/approvals/rules"))
        .orElse(Go.STAY);
  }

  /** Whatever is typed is a number that the command can refuse. */
  private static int hours(long typed) {
    return (int) Math.max(Integer.MIN_VALUE, Math.min(typed, Integer.MAX_VALUE));
  }

  /** Whether the caller's role may change rules. */
  public boolean isChangeable() {
    return CallContext.current().has(Role.HEAD_OFFICE_ADMIN);
  }

  /** Whether a rule is being changed. */
  public boolean isEditing() {
    return editing;
  }

  /** Whether the action has an amount, so that a threshold means something. */
  public boolean isWeighed() {
    return unit != null && unit != WeightUnit.NONE;
  }

  public Role[] getPossibleCheckers() {
    return new Role[] {Role.HEAD_OFFICE_ADMIN, Role.OPERATOR, Role.COMPLAINT_HANDLER};
  }

  public AddsUpBy[] getWaysToAddUp() {
    return AddsUpBy.values();
  }

  public List<ApprovalRuleView> getAll() {
    if (all == null) {
      all = rules.list();
    }
    return all;
  }

  public FormKey getKey() {
    return key;
  }

  public WeightUnit getUnit() {
    return unit;
  }

  public String getAction() {
    return action;
  }

  public void setAction(String action) {
    this.action = action;
  }

  public Long getAbove() {
    return above;
  }

  public void setAbove(Long above) {
    this.above = above;
  }

  public Long getWithin() {
    return within;
  }

  public void setWithin(Long within) {
    this.within = within;
  }

  public AddsUpBy getAddsUpBy() {
    return addsUpBy;
  }

  public void setAddsUpBy(AddsUpBy addsUpBy) {
    this.addsUpBy = addsUpBy;
  }

  public List<Role> getCheckers() {
    return checkers;
  }

  public void setCheckers(List<Role> checkers) {
    this.checkers = checkers;
  }

  public Long getHours() {
    return hours;
  }

  public void setHours(Long hours) {
    this.hours = hours;
  }

  public boolean isActive() {
    return active;
  }

  public void setActive(boolean active) {
    this.active = active;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
