package com.heyi.learning.internal;

import com.heyi.complaints.CaseRef;
import com.heyi.learning.GiveViolation;
import com.heyi.learning.LearningError;
import com.heyi.learning.ViolationRuleView;
import com.heyi.learning.ViolationStatus;
import com.heyi.learning.ViolationStep;
import com.heyi.learning.ViolationView;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Personal;
import com.heyi.shared.facade.SeenVersion;
import com.heyi.shared.value.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.envers.Audited;

/** Points given to a member of the staff. {@link ViolationStep} shows their way. */
@Entity
@Audited
@Table(schema = "learning", name = "violation")
public class Violation {
  @Id private UUID id;
  @Version private int version;

  @Column(updatable = false)
  private String staff;

  @Column(name = "complaint_id", updatable = false)
  private UUID complaintId;

  @Column(name = "complaint_number", updatable = false)
  private String complaintNumber;

  @Column(name = "customer_id", updatable = false)
  private UUID customerId;

  @Column(updatable = false)
  private String rule;

  @Column(name = "rule_from", updatable = false)
  private LocalDate ruleFrom;

  @Column(updatable = false)
  private int points;

  @Personal
  @Column(updatable = false)
  private String reason;

  @Column(name = "given_by", updatable = false)
  private String givenBy;

  @Column(name = "given_at", updatable = false)
  private Instant givenAt;

  @Column(name = "lapses_on", updatable = false)
  private LocalDate lapsesOn;

  @Column(name = "appeal_until", updatable = false)
  private LocalDate appealUntil;

  @Enumerated(EnumType.STRING)
  private ViolationStatus status;

  @Personal private String grounds;

  @Column(name = "appealed_at")
  private Instant appealedAt;

  @Personal private String decision;

  @Column(name = "decided_by")
  private String decidedBy;

  @Column(name = "decided_at")
  private Instant decidedAt;

  protected Violation() {}

  /**
   * Given today by a rule that is in force.
   *
   * @param appealDays for how many days he may appeal, the day of giving not counted
   * @throws HeyiException {@link LearningError#OWN_POINTS}
   */
  Violation(
      GiveViolation command,
      CaseRef about,
      ViolationRuleView by,
      String who,
      Instant now,
      LocalDate today,
      int appealDays) {
    if (command.staff().equals(who)) {
      throw new HeyiException(LearningError.OWN_POINTS);
    }
    id = Ids.next();
    staff = command.staff();
    complaintId = about.id();
    complaintNumber = about.number();
    customerId = about.customerId();
    rule = by.code();
    ruleFrom = by.validFrom();
    points = by.points();
    reason = command.reason().strip();
    givenBy = who;
    givenAt = now;
    lapsesOn = today.plusMonths(by.lapseMonths());
    appealUntil = today.plusDays(appealDays);
    status = ViolationStatus.STANDING;
  }

  /** He himself says why they are wrong, once and in time. */
  void appeal(String why, String who, Instant now, LocalDate today) {
    if (!who.equals(staff)) {
      throw new HeyiException(LearningError.NOT_HIS);
    }
    ViolationStatus to = check(ViolationStep.APPEAL);
    if (today.isAfter(appealUntil)) {
      throw new HeyiException(LearningError.APPEAL_LATE, appealUntil);
    }
    status = to;
    grounds = why.strip();
    appealedAt = now;
  }

  /** Somebody else decides. */
  void decide(boolean upheld, String why, String who, Instant now) {
    if (who.equals(staff) || who.equals(givenBy)) {
      throw new HeyiException(LearningError.DECIDES_OWN);
    }
    status = check(upheld ? ViolationStep.UPHOLD : ViolationStep.LIFT);
    decision = why.strip();
    decidedBy = who;
    decidedAt = now;
  }

  private ViolationStatus check(ViolationStep step) {
    return step.leadsFrom(status)
        .orElseThrow(() -> new HeyiException(LearningError.VIOLATION_STATUS, status));
  }

  void requireVersion(long expected) {
    SeenVersion.require(expected, version);
  }

  /** The points that count on this day. */
  int standing(LocalDate day) {
    return status.counts() && day.isBefore(lapsesOn) ? points : 0;
  }

  /** Whether it was given for this, and was not lifted. */
  boolean isFor(String ruleCode, UUID complaint) {
    return status.counts() && rule.equals(ruleCode) && complaintId.equals(complaint);
  }

  UUID id() {
    return id;
  }

  String staff() {
    return staff;
  }

  String givenBy() {
    return givenBy;
  }

  String complaintNumber() {
    return complaintNumber;
  }

  int points() {
    return points;
  }

  LocalDate appealUntil() {
    return appealUntil;
  }

  String rule() {
    return rule;
  }

  ViolationView view(String ruleName, LocalDate today) {
    return new ViolationView(
        id,
        staff,
        complaintId,
        complaintNumber,
        rule,
        ruleName,
        points,
        reason,
        givenBy,
        givenAt,
        lapsesOn,
        !today.isBefore(lapsesOn),
        appealUntil,
        status,
        grounds,
        appealedAt,
        decision,
        decidedBy,
        decidedAt,
        version);
  }
}
