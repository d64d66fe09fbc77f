package com.heyi.approvals.internal;

import com.heyi.approvals.ApprovalRuleView;
import com.heyi.approvals.SetApprovalRule;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.AddsUpBy;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.CommandRegistry;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.FourEyes;
import com.heyi.shared.facade.SeenVersion;
import com.heyi.shared.history.WithoutHistory;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.util.UUID;

/** Whether an action waits for a second person, as configured. */
@Entity
@WithoutHistory("Every change of it is an approved request, kept with before and after")
@Table(schema = "approvals", name = "rule")
public class ApprovalRule {
  private static final String THING = "approval-rule";

  @Id private String action;

  @Version private long version;

  private Long above;

  @Column(name = "within_hours")
  private Integer withinHours;

  @Enumerated(EnumType.STRING)
  @Column(name = "adds_up_by")
  private AddsUpBy addsUpBy = AddsUpBy.TARGET;

  @Column(name = "checker_roles")
  private String checkerRoles;

  @Column(name = "expires_after_hours")
  private Integer expiresAfterHours;

  private Boolean active;
  private UUID approval;

  protected ApprovalRule() {}

  ApprovalRule(String action) {
    this.action = action;
  }

  /**
   * Sets it anew.
   *
   * @param by the approved request; null in the trial run of one
   */
  void set(SetApprovalRule command, UUID by) {
    String roles = RoleList.text(command.checkers());
    ChangeLog.note(THING, action, "above", above, command.above());
    ChangeLog.note(THING, action, "withinHours", withinHours, command.withinHours());
    ChangeLog.note(THING, action, "addsUpBy", addsUpBy, command.addsUpBy());
    ChangeLog.note(THING, action, "checkers", trimmed(checkerRoles), trimmed(roles));
    ChangeLog.note(
        THING, action, "expiresAfterHours", expiresAfterHours, command.expiresAfterHours());
    ChangeLog.note(THING, action, "active", active, command.active());
    above = command.above();
    withinHours = command.withinHours();
    addsUpBy = command.addsUpBy();
    checkerRoles = roles;
    expiresAfterHours = command.expiresAfterHours();
    active = command.active();
    approval = by;
  }

  /**
   * @throws HeyiException {@link CommonError#VERSION_MOVED} when it has changed since
   */
  void requireVersion(long seen) {
    SeenVersion.require(seen, version);
  }

  boolean isActive() {
    return active;
  }

  Rule rule() {
    Duration within = withinHours == null ? null : Duration.ofHours(withinHours);
    return new Rule(
        new FourEyes(above, within, addsUpBy),
        RoleList.read(checkerRoles),
        Duration.ofHours(expiresAfterHours));
  }

  ApprovalRuleView view(CommandRegistry.Entry command) {
    return new ApprovalRuleView(
        action,
        command.module(),
        command.unit(),
        above,
        withinHours,
        addsUpBy,
        RoleList.read(checkerRoles),
        expiresAfterHours,
        active,
        false,
        approval,
        version);
  }

  String action() {
    return action;
  }

  private static String trimmed(String roles) {
    return roles == null ? null : roles.substring(1, roles.length() - 1);
  }
}
