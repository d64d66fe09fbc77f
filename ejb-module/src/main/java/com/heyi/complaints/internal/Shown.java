package com.heyi.complaints.internal;

import com.heyi.complaints.CaseRef;
import com.heyi.complaints.CfpbRecordView;
import com.heyi.complaints.ComplaintError;
import com.heyi.complaints.ComplaintRow;
import com.heyi.complaints.ComplaintStep;
import com.heyi.complaints.ComplaintView;
import com.heyi.complaints.IntakeView;
import com.heyi.complaints.LetterView;
import com.heyi.complaints.ProgressView;
import com.heyi.complaints.RecordRemark;
import com.heyi.complaints.RedressView;
import com.heyi.complaints.RemarkKind;
import com.heyi.complaints.TriageView;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A complaint as others see it: each view holds what its reader may and needs to know. */
public final class Shown {
  private final Complaint complaint;
  private final Receipt receipt;
  private final Complainant complainant;
  private final Matter matter;
  private final Deadline deadline;
  private final Charge charge;
  private final Analysis analysis;
  private final Decision decision;
  private final Answer answer;
  private final Ending ending;

  Shown(Complaint complaint) {
    this.complaint = complaint;
    this.receipt = complaint.receipt();
    this.complainant = complaint.complainant();
    this.matter = complaint.matter();
    this.deadline = complaint.deadline();
    this.charge = complaint.charge();
    this.analysis = complaint.analysis();
    this.decision = complaint.decision();
    this.answer = complaint.answer();
    this.ending = complaint.ending();
  }

  /**
   * The complaint in a list.
   *
   * @param clock in the zone of its rules
   */
  public ComplaintRow row(String customerNumber, Clock clock) {
    return new ComplaintRow(
        complaint.id(),
        complaint.version(),
        complaint.number(),
        complaint.status(),
        receipt.channel(),
        matter.product(),
        matter.issue(),
        complaint.branch(),
        complainant.customerId(),
        customerNumber,
        charge.level(),
        charge.handler(),
        charge.handlerName(),
        receipt.receivedAt(),
        deadline.dueAt(),
        deadline.dueOn(),
        deadline.daysLeft(clock),
        deadline.isOverdue(clock.instant()),
        deadline.onTime(),
        receipt.source(),
        receipt.externalRef());
  }

  /**
   * All of it, as this caller may see it.
   *
   * @param clock in the zone of its rules
   */
  public ComplaintView view(
      String customerNumber,
      String customerName,
      CfpbRecordView cfpb,
      Caller caller,
      Actor actor,
      Clock clock) {
    Instant now = clock.instant();
    List<ComplaintStep> possible = complaint.possibleSteps(now);
    WhoMayTakeAStep who = complaint.whoMay();
    return new ComplaintView(
        complaint.id(),
        complaint.version(),
        complaint.number(),
        complaint.status(),
        possible,
        possible.stream().filter(step -> who.lets(WhoMayTakeAStep.partIn(step), actor)).toList(),
        receipt.channel(),
        receipt.source(),
        receipt.externalRef(),
        complaint.branch(),
        complainant.customerId(),
        customerNumber,
        customerName,
        complainant.name(),
        complainant.contact(),
        matter.product(),
        matter.subProduct(),
        matter.issue(),
        matter.subIssue(),
        matter.narrative(),
        matter.complexity(),
        receipt.receivedAt(),
        receipt.recordedAt(),
        complaint.rules().key().code(),
        complaint.rules().key().version(),
        deadline.dueAt(),
        deadline.dueOn(),
        deadline.daysLeft(clock),
        deadline.isOverdue(now),
        deadline.onTime(),
        charge.level(),
        charge.handler(),
        charge.handlerName(),
        analysis.cause(),
        analysis.business(),
        analysis.department(),
        analysis.finding(),
        decision.resolution(),
        decision.measures(),
        answer.words(),
        answer.channel(),
        answer.givenAt(),
        ending.satisfaction(),
        ending.rootCause(),
        ending.closedAt(),
        complaint.areTextsErased(),
        complaint.clocks().views(clock),
        WhatTheDeskKeepsToItself.seenBy(caller, complaint.log().views()),
        cfpb);
  }

  /** How it stands, without anything about a person. */
  public ProgressView progress(String joinedTo) {
    return new ProgressView(
        complaint.number(),
        complaint.status(),
        receipt.receivedAt(),
        deadline.isTicking() ? deadline.dueOn() : null,
        answer.givenAt(),
        ending.closedAt(),
        joinedTo);
  }

  /**
   * What a letter of apology says.
   *
   * @throws HeyiException {@link ComplaintError#LETTER_EARLY}
   */
  public LetterView letter(String customerName, List<RedressView> standing, LocalDate day) {
    if (decision.measures() == null && answer.words() == null) {
      throw new HeyiException(ComplaintError.LETTER_EARLY);
    }
    return new LetterView(
        complaint.id(),
        complaint.number(),
        complainant.name() == null ? customerName : complainant.name(),
        matter.product(),
        receipt.receivedAt(),
        decision.measures(),
        answer.words(),
        standing,
        day);
  }

  /** It as other modules know it. */
  CaseRef ref() {
    return new CaseRef(
        complaint.id(),
        complaint.number(),
        complaint.status(),
        complainant.customerId(),
        complaint.branch(),
        receipt.channel(),
        matter.product(),
        matter.issue(),
        analysis.cause(),
        analysis.business(),
        charge.level(),
        charge.handler(),
        receipt.receivedAt(),
        ending.closedAt(),
        complaint.log().hasHeldToAccount());
  }

  /** It as a case like another; empty when its words were erased. */
  Optional<TriageView.Alike> alike() {
    return complaint.areTextsErased()
        ? Optional.empty()
        : Optional.of(
            new TriageView.Alike(
                complaint.id(),
                complaint.number(),
                matter.product(),
                matter.issue(),
                analysis.cause(),
                decision.resolution(),
                ending.closedAt()));
  }

  /** It as a case beside another. */
  IntakeView.Related related(int alike) {
    return new IntakeView.Related(
        complaint.id(),
        complaint.number(),
        complaint.status(),
        matter.product(),
        receipt.receivedAt(),
        alike);
  }

  /** It as somebody said it, for a remark that is made of it. */
  RecordRemark remark(RemarkKind kind) {
    return new RecordRemark(
        kind,
        receipt.channel(),
        null,
        complainant.name(),
        complainant.contact(),
        complaint.branch(),
        matter.product(),
        matter.narrative(),
        null,
        receipt.receivedAt());
  }
}
