package com.heyi.complaints;

import static com.heyi.shared.facade.Role.BRANCH;
import static com.heyi.shared.facade.Role.COMPLAINT_HANDLER;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.complaints.internal.Actor;
import com.heyi.complaints.internal.CaseFile;
import com.heyi.complaints.internal.CaseViews;
import com.heyi.complaints.internal.Complaint;
import com.heyi.complaints.internal.Complaints;
import com.heyi.complaints.internal.Parties;
import com.heyi.complaints.internal.Pyramid;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.RolesNow;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/**
 * The steps of a complaint that was recorded. {@link ComplaintStep} shows the process.
 *
 * <p>Who may do what: a handler does the steps of the cases that he is in charge of; an
 * administrator distributes cases but does not decide them; an operator takes down that the
 * complainant takes his case back, and, as a branch system of a case of its branch, that he asks
 * for a review.
 */
@Facade
@Stateless
public class StepsFacade {
  @Inject private Complaints complaints;
  @Inject private Pyramid pyramid;
  @Inject private CaseFile file;
  @Inject private Parties parties;
  @Inject private CaseViews views;
  @Inject private RolesNow staff;
  @Inject private Event<ComplaintClosed> closed;

  /** For the container. */
  public StepsFacade() {}

  StepsFacade(
      Complaints complaints,
      Pyramid pyramid,
      CaseFile file,
      Parties parties,
      CaseViews views,
      RolesNow staff,
      Event<ComplaintClosed> closed) {
    this.complaints = complaints;
    this.pyramid = pyramid;
    this.file = file;
    this.parties = parties;
    this.views = views;
    this.staff = staff;
    this.closed = closed;
  }

  /**
   * Notes that a complaint is about a member of the staff, who may not handle it from then on.
   *
   * @throws HeyiException {@link ComplaintError#WRONG_STEP}, {@link CommonError#VERSION_MOVED},
   *     {@link CommonError#NOT_FOUND}
   */
  @Command(
      value = "complaint.name-staff",
      by = {COMPLAINT_HANDLER, OPERATOR, HEAD_OFFICE_ADMIN})
  public ComplaintView nameStaff(NameStaff command) {
    Complaint complaint = complaints.visible(command.complaintId());
    complaint.name(command, actor());
    return views.afterStep(complaint);
  }

  /**
   * Puts a handler in charge: the caller, or the one named. How involved the case is, which settles
   * the deadline, changes while that has not passed.
   *
   * @throws HeyiException {@link ComplaintError#COMPLEX_LATE}, {@link
   *     ComplaintError#HANDLER_UNKNOWN}, {@link ComplaintError#HANDLER_WITHOUT_ROLE}, {@link
   *     ComplaintError#WRONG_STEP}, {@link CommonError#VERSION_MOVED}, {@link
   *     CommonError#NOT_FOUND}
   */
  @Command(
      value = "complaint.accept",
      by = {COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN})
  public ComplaintView accept(AcceptComplaint command) {
    Complaint complaint = complaints.visible(command.complaintId());
    Actor actor = actor();
    complaint.accept(
        command,
        pyramid.candidate(command.handler(), actor, staff),
        complaints.deadlinesOf(complaint),
        actor);
    return views.afterStep(complaint);
  }

  /**
   * Puts another handler in charge, for example oneself.
   *
   * @throws HeyiException {@link ComplaintError#WRONG_STEP}, {@link CommonError#VERSION_MOVED},
   *     {@link CommonError#NOT_FOUND}
   */
  @Command(
      value = "complaint.assign",
      by = {COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN})
  public ComplaintView assign(AssignComplaint command) {
    Complaint complaint = complaints.visible(command.complaintId());
    Actor actor = actor();
    complaint.assign(command, pyramid.candidate(command.handler(), actor, staff), actor);
    return views.afterStep(complaint);
  }

  /**
   * Moves a complaint up to a higher level, with the authority that it needs. Who has not that
   * authority gives it up; it waits in the queue of the level.
   *
   * @throws HeyiException {@link ComplaintError#TOP_LEVEL}, {@link ComplaintError#NOT_HIGHER},
   *     {@link ComplaintError#NOT_IN_CHARGE}, {@link ComplaintError#WRONG_STEP}, {@link
   *     CommonError#VERSION_MOVED}, {@link CommonError#NOT_FOUND}
   */
  @Command(
      value = "complaint.escalate",
      by = {COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN})
  public ComplaintView escalate(EscalateComplaint command) {
    Complaint complaint = complaints.visible(command.complaintId());
    complaint.escalate(command, pyramid.levelOf(complaint.handler()), actor());
    return views.afterStep(complaint);
  }

  /**
   * Adds the further days that the rules allow for an especially complex case. Heyi's rules for
   * approvals put it under four eyes: Order 2020 No. 3 asks for the upper institution's approval.
   *
   * @throws HeyiException {@link ComplaintError#NO_EXTENSION}, {@link
   *     ComplaintError#EXTENDED_ALREADY}, {@link ComplaintError#EXTENDED_LATE}, {@link
   *     ComplaintError#WRONG_STEP}, {@link ComplaintError#NOT_IN_CHARGE}, {@link
   *     CommonError#VERSION_MOVED}, {@link CommonError#NOT_FOUND}
   */
  @Command(value = "complaint.extend", by = COMPLAINT_HANDLER)
  public ComplaintView extend(ExtendComplaint command) {
    Complaint complaint = complaints.visible(command.complaintId());
    complaint.extend(command, complaints.deadlinesOf(complaint), actor());
    return views.afterStep(complaint);
  }

  /**
   * Waits for something that the complainant must bring. Where the rules allow it, the clock stands
   * still until {@link #resume}.
   *
   * @throws HeyiException {@link ComplaintError#NOT_IN_CHARGE}, {@link ComplaintError#PAUSED_LATE},
   *     {@link ComplaintError#WRONG_STEP}, {@link CommonError#VERSION_MOVED}, {@link
   *     CommonError#NOT_FOUND}
   */
  @Command(value = "complaint.pause", by = COMPLAINT_HANDLER)
  public ComplaintView pause(PauseComplaint command) {
    Complaint complaint = complaints.visible(command.complaintId());
    complaint.pause(command, actor());
    return views.afterStep(complaint);
  }

  /**
   * Goes on with a complaint that waited; its deadlines are reckoned anew from its steps.
   *
   * @throws HeyiException {@link ComplaintError#NOT_IN_CHARGE}, {@link ComplaintError#WRONG_STEP},
   *     {@link CommonError#VERSION_MOVED}, {@link CommonError#NOT_FOUND}
   */
  @Command(value = "complaint.resume", by = COMPLAINT_HANDLER)
  public ComplaintView resume(ResumeComplaint command) {
    Complaint complaint = complaints.visible(command.complaintId());
    complaint.resume(command, complaints.deadlinesOf(complaint), actor());
    return views.afterStep(complaint);
  }

  /**
   * Records what the analysis found.
   *
   * @throws HeyiException {@link ComplaintError#WRONG_STEP}, {@link ComplaintError#NOT_IN_CHARGE},
   *     {@link CommonError#VERSION_MOVED}, {@link CommonError#NOT_FOUND}
   */
  @Command(value = "complaint.analyse", by = COMPLAINT_HANDLER)
  public ComplaintView analyse(AnalyseComplaint command) {
    Complaint complaint = complaints.visible(command.complaintId());
    complaint.analyse(command, actor());
    return views.afterStep(complaint);
  }

  /**
   * Records what the bank decided and did.
   *
   * @throws HeyiException {@link ComplaintError#WRONG_STEP}, {@link ComplaintError#NOT_IN_CHARGE},
   *     {@link CommonError#VERSION_MOVED}, {@link CommonError#NOT_FOUND}
   */
  @Command(value = "complaint.handle", by = COMPLAINT_HANDLER)
  public ComplaintView handle(HandleComplaint command) {
    Complaint complaint = complaints.visible(command.complaintId());
    Actor actor = actor();
    complaint.handle(command, actor);
    pyramid.requireAllowed(actor.level(), remedy(command.resolution()));
    return views.afterStep(complaint);
  }

  /**
   * Records the answer that the complainant was given; the clock stops.
   *
   * @throws HeyiException {@link ComplaintError#WRONG_STEP}, {@link ComplaintError#NOT_IN_CHARGE},
   *     {@link ComplaintError#POINTS_NONE}, {@link ComplaintError#POINTS_OPEN}, {@link
   *     ComplaintError#POINTS_CONTESTED}, {@link CommonError#VERSION_MOVED}, {@link
   *     CommonError#NOT_FOUND}
   */
  @Command(value = "complaint.feed-back", by = COMPLAINT_HANDLER)
  public ComplaintView feedBack(FeedBackComplaint command) {
    Complaint complaint = complaints.visible(command.complaintId());
    complaint.feedBack(command, actor());
    // Stored first: from then on nobody takes down another point before this has ended.
    complaints.flush();
    file.requireEveryPointAddressed(complaint.id());
    return views.afterStep(complaint);
  }

  /**
   * Records that the complainant accepts the answer.
   *
   * @throws HeyiException {@link ComplaintError#NOT_IN_CHARGE}, {@link ComplaintError#WRONG_STEP},
   *     {@link CommonError#VERSION_MOVED}, {@link CommonError#NOT_FOUND}
   */
  @Command(value = "complaint.agree", by = COMPLAINT_HANDLER)
  public ComplaintView agree(AgreeToAnswer command) {
    Complaint complaint = complaints.visible(command.complaintId());
    complaint.agree(command, actor());
    return views.afterStep(complaint);
  }

  /**
   * Records that the complainant does not accept the answer: back to the analysis, with a new
   * clock.
   *
   * @throws HeyiException {@link ComplaintError#WRONG_STEP}, {@link ComplaintError#NOT_IN_CHARGE},
   *     {@link CommonError#VERSION_MOVED}, {@link CommonError#NOT_FOUND}
   */
  @Command(value = "complaint.contest", by = COMPLAINT_HANDLER)
  public ComplaintView contest(ContestAnswer command) {
    Complaint complaint = complaints.visible(command.complaintId());
    complaint.contest(command, complaints.deadlinesOf(complaint), actor());
    return views.afterStep(complaint);
  }

  /**
   * Records what was done to win the customer back.
   *
   * @throws HeyiException {@link ComplaintError#NOT_IN_CHARGE}, {@link ComplaintError#WRONG_STEP},
   *     {@link CommonError#VERSION_MOVED}, {@link CommonError#NOT_FOUND}
   */
  @Command(value = "complaint.win-back", by = COMPLAINT_HANDLER)
  public ComplaintView winBack(WinBackCustomer command) {
    Complaint complaint = complaints.visible(command.complaintId());
    complaint.winBack(command, actor());
    return views.afterStep(complaint);
  }

  /**
   * Records who answers for what went wrong, or why nobody does.
   *
   * @throws HeyiException {@link ComplaintError#NOT_IN_CHARGE}, {@link ComplaintError#WRONG_STEP},
   *     {@link CommonError#VERSION_MOVED}, {@link CommonError#NOT_FOUND}
   */
  @Command(value = "complaint.hold-to-account", by = COMPLAINT_HANDLER)
  public ComplaintView holdToAccount(HoldToAccount command) {
    Complaint complaint = complaints.visible(command.complaintId());
    complaint.holdToAccount(command, actor());
    return views.afterStep(complaint);
  }

  /**
   * Closes a complaint that was answered.
   *
   * @throws HeyiException {@link ComplaintError#WRONG_STEP}, {@link ComplaintError#NOT_IN_CHARGE},
   *     {@link CommonError#VERSION_MOVED}, {@link CommonError#NOT_FOUND}
   */
  @Command(value = "complaint.close", by = COMPLAINT_HANDLER)
  public ComplaintView close(CloseComplaint command) {
    Complaint complaint = complaints.visible(command.complaintId());
    complaint.close(command, actor());
    closed.fire(new ComplaintClosed(complaint.id(), complaint.customerId()));
    return views.afterStep(complaint);
  }

  /**
   * Records that the root cause of a closed complaint has been put right.
   *
   * @throws HeyiException {@link ComplaintError#NOT_IN_CHARGE}, {@link ComplaintError#WRONG_STEP},
   *     {@link CommonError#VERSION_MOVED}, {@link CommonError#NOT_FOUND}
   */
  @Command(value = "complaint.rectify", by = COMPLAINT_HANDLER)
  public ComplaintView rectify(RectifyCause command) {
    Complaint complaint = complaints.visible(command.complaintId());
    complaint.rectify(command, actor());
    return views.afterStep(complaint);
  }

  /**
   * Records that the complainant asks for a review (核查), which nobody does who has decided the
   * case; with a deadline of its own.
   *
   * @throws HeyiException {@link ComplaintError#REVIEW_LATE}, {@link ComplaintError#TEXTS_GONE},
   *     {@link ComplaintError#WRONG_STEP}, {@link CommonError#VERSION_MOVED}, {@link
   *     CommonError#NOT_FOUND}
   */
  @Command(
      value = "complaint.review",
      by = {COMPLAINT_HANDLER, OPERATOR, BRANCH})
  public ComplaintView review(ReviewComplaint command) {
    Complaint complaint = complaints.visible(command.complaintId());
    complaint.review(command, complaints.deadlinesOf(complaint), actor());
    return views.afterStep(complaint);
  }

  /**
   * Takes a complaint up again that was closed or taken back, with a new deadline.
   *
   * @throws HeyiException {@link ComplaintError#TEXTS_GONE}, {@link ComplaintError#JOINED_ALREADY},
   *     {@link ComplaintError#WRONG_STEP}, {@link CommonError#VERSION_MOVED}, {@link
   *     CommonError#NOT_FOUND}
   */
  @Command(
      value = "complaint.reopen",
      by = {COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN})
  public ComplaintView reopen(ReopenComplaint command) {
    Complaint complaint = complaints.visible(command.complaintId());
    complaints.requireNotJoined(complaint);
    complaint.reopen(command, complaints.deadlinesOf(complaint), actor());
    return views.afterStep(complaint);
  }

  /**
   * Ends a complaint that the complainant takes back, to whomever at head office he says so; nobody
   * ends one who has an interest in it, so no branch's system either, which sees those about its
   * branch alone. What shows that it was he, or who speaks for him, stands with the step, and he is
   * told.
   *
   * @throws HeyiException {@link ComplaintError#NOT_SPOKEN_FOR}, {@link ComplaintError#INTEREST},
   *     {@link ComplaintError#WRONG_STEP}, {@link CommonError#VERSION_MOVED}, {@link
   *     CommonError#NOT_FOUND}
   */
  @Command(
      value = "complaint.withdraw",
      by = {COMPLAINT_HANDLER, OPERATOR, HEAD_OFFICE_ADMIN})
  public ComplaintView withdraw(WithdrawComplaint command) {
    Complaint complaint = complaints.visible(command.complaintId());
    parties.requireSpeaker(complaint.id(), command.askedBy());
    complaint.withdraw(command, actor());
    closed.fire(new ComplaintClosed(complaint.id(), complaint.customerId()));
    return views.afterStep(complaint);
  }

  private Actor actor() {
    return pyramid.actor(CallContext.current());
  }

  private static Remedy remedy(Resolution resolution) {
    return switch (resolution) {
      case EXPLANATION -> Remedy.EXPLANATION;
      case NON_MONETARY_RELIEF -> Remedy.NON_MONETARY_RELIEF;
      case MONETARY_RELIEF -> Remedy.COMPENSATION;
      case NO_RELIEF, NOT_STATED -> Remedy.NO_RELIEF;
    };
  }
}
