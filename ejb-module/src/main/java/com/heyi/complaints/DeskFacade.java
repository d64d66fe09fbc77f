package com.heyi.complaints;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.BRANCH;
import static com.heyi.shared.facade.Role.COMPLAINT_HANDLER;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.complaints.internal.Actor;
import com.heyi.complaints.internal.CaseFile;
import com.heyi.complaints.internal.Complaint;
import com.heyi.complaints.internal.Complaints;
import com.heyi.complaints.internal.Pyramid;
import com.heyi.complaints.internal.WhatTheDeskKeepsToItself;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.facade.RolesNow;
import com.heyi.shared.facade.WeightUnit;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * The work of the desk beside the steps of {@link StepsFacade}: points raised, tasks of
 * departments, calls promised, notes, who has a case open; and who works at the desk with which
 * authority.
 */
@Facade
@Stateless
public class DeskFacade {
  @Inject private Complaints complaints;
  @Inject private CaseFile file;
  @Inject private Pyramid pyramid;
  @Inject private RolesNow staff;

  /** For the container. */
  public DeskFacade() {}

  DeskFacade(Complaints complaints, CaseFile file, Pyramid pyramid, RolesNow staff) {
    this.complaints = complaints;
    this.file = file;
    this.pyramid = pyramid;
    this.staff = staff;
  }

  /**
   * What is kept beside a complaint.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  @Query(
      value = "complaint.file",
      by = {COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN, AUDITOR},
      personalData = true)
  public CaseFileView file(UUID complaintId) {
    Complaint complaint = load(complaintId);
    ChangeLog.noteShown(complaint.customerId());
    return show(complaint);
  }

  /**
   * Takes down one thing that the complainant raises, which the answer then must address. A counter
   * is answered what was raised, and nothing else of what the desk keeps.
   *
   * @throws HeyiException {@link ComplaintError#CASE_OVER}, {@link ComplaintError#INTEREST}, {@link
   *     CommonError#NOT_FOUND}
   */
  @Command(
      value = "complaint.raise-point",
      by = {COMPLAINT_HANDLER, OPERATOR})
  public CaseFileView raise(RaisePoint command) {
    Complaint complaint = open(command.complaintId());
    Actor actor = actor();
    complaint.requireUninterested(actor);
    file.raise(command, actor);
    return stored(complaint);
  }

  /**
   * Says what the answer says to a point.
   *
   * @throws HeyiException {@link ComplaintError#CASE_OVER}, {@link ComplaintError#NOT_IN_CHARGE},
   *     {@link ComplaintError#INTEREST}, {@link CommonError#VERSION_MOVED}, {@link
   *     CommonError#NOT_FOUND}
   */
  @Command(value = "complaint.reply-to-point", by = COMPLAINT_HANDLER)
  public CaseFileView reply(ReplyToPoint command) {
    Complaint complaint = open(command.complaintId());
    Actor actor = actor();
    complaint.requireInCharge(actor);
    file.reply(command, actor);
    return stored(complaint);
  }

  /**
   * Asks a department or a branch to do something for a case.
   *
   * @throws HeyiException {@link ComplaintError#CASE_OVER}, {@link ComplaintError#NOT_IN_CHARGE},
   *     {@link ComplaintError#INTEREST}, {@link CommonError#INVALID}, {@link CommonError#NOT_FOUND}
   */
  @Command(value = "complaint.ask-department", by = COMPLAINT_HANDLER)
  public CaseFileView ask(AskDepartment command) {
    Complaint complaint = open(command.complaintId());
    Actor actor = actor();
    complaint.requireInCharge(actor);
    file.ask(command, actor);
    return stored(complaint);
  }

  /**
   * Answers what was asked. A branch system answers what its branch was asked, whichever branch the
   * case is about, and who was asked by name what he was; nobody else does who has an interest in
   * the case.
   *
   * @throws HeyiException {@link ComplaintError#TASK_DONE}, {@link ComplaintError#TASK_KIND},
   *     {@link ComplaintError#TASK_OF_ANOTHER}, {@link ComplaintError#TASK_OF_BRANCH}, {@link
   *     ComplaintError#INTEREST}, {@link ComplaintError#TEXTS_GONE}, {@link
   *     CommonError#OTHER_BRANCH}, {@link CommonError#NOT_FOUND}
   */
  @Command(
      value = "complaint.answer-task",
      by = {COMPLAINT_HANDLER, OPERATOR, BRANCH})
  public TaskView answer(AnswerTask command) {
    Complaint complaint = withTexts(command.complaintId());
    return file.answer(
        command, CallContext.current().boundBranch().orElse(null), complaint, actor());
  }

  /**
   * Notes that the complainant was promised a call. It stands in the tasks of the branch or the
   * person named, else of whoever is in charge of the case when it is due. Nobody promises one who
   * has an interest in the case, as he could not end it.
   *
   * @throws HeyiException {@link ComplaintError#CASE_OVER}, {@link ComplaintError#INTEREST}, {@link
   *     CommonError#INVALID} when the time has passed, {@link CommonError#NOT_FOUND}
   */
  @Command(
      value = "complaint.promise-call",
      by = {COMPLAINT_HANDLER, OPERATOR})
  public TaskView promise(PromiseCall command) {
    Complaint complaint = open(command.complaintId());
    Actor actor = actor();
    complaint.requireUninterested(actor);
    return file.promise(command, "callAt", complaint.number(), actor);
  }

  /**
   * Says what came of a call that was promised. Who was not reached is tried again at the time
   * given, as a call of its own, so that each try stays with its outcome. Nobody ends one who has
   * an interest in the case, but a branch system what its branch promised.
   *
   * @return the call that has ended
   * @throws HeyiException {@link ComplaintError#TASK_DONE}, {@link ComplaintError#TASK_KIND},
   *     {@link ComplaintError#TASK_OF_ANOTHER}, {@link ComplaintError#TASK_OF_BRANCH}, {@link
   *     ComplaintError#INTEREST}, {@link ComplaintError#TEXTS_GONE}, {@link CommonError#INVALID},
   *     {@link CommonError#OTHER_BRANCH}, {@link CommonError#NOT_FOUND}
   */
  @Command(
      value = "complaint.finish-call",
      by = {COMPLAINT_HANDLER, OPERATOR, BRANCH})
  public TaskView finish(FinishCall command) {
    Complaint complaint = withTexts(command.complaintId());
    return file.finish(
        command, CallContext.current().boundBranch().orElse(null), complaint, actor());
  }

  /**
   * Open tasks of the caller's branch, or of the caller, the most urgent first; 200 at most. A
   * handler's hold the calls promised for the cases in his charge, and for those in nobody's at his
   * level.
   */
  @Query(
      value = "complaint.tasks",
      by = {COMPLAINT_HANDLER, OPERATOR, BRANCH, HEAD_OFFICE_ADMIN},
      personalData = true)
  public List<TaskView> tasks() {
    Caller caller = CallContext.current();
    if (caller.boundBranch().isPresent()) {
      return file.openTasks(caller.boundBranch().get());
    }
    Actor me = actor();
    return caller.has(COMPLAINT_HANDLER) ? file.openTasksOfHandler(me) : file.openTasks(me);
  }

  /**
   * Notes something about a case for colleagues.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  @Command(
      value = "complaint.note",
      by = {COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN})
  public CaseFileView note(WriteNote command) {
    Complaint complaint = withTexts(command.complaintId());
    file.note(command, actor());
    return stored(complaint);
  }

  /**
   * Says that the caller has the case open, and asks who else has. It holds for two minutes and
   * changes nothing of the case, so it leaves no row in the trail.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  @Query(
      value = "complaint.presence",
      by = {COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN})
  public List<PresenceView> present(UUID complaintId) {
    return file.seen(load(complaintId).id(), actor());
  }

  /**
   * Who could take charge of a case, the fittest first, ten at most; a person chooses. Only who
   * would be put in charge is suggested: as for {@link StepsFacade#assign}, the identity provider
   * is asked who handles complaints, and a member of the desk is taken at its word while that does
   * not answer.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}; of the kind MISCONFIGURED when the
   *     identity provider is set up wrongly
   */
  @Query(
      value = "complaint.suggest-handler",
      by = {COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN})
  public List<HandlerSuggestion> suggestions(UUID complaintId) {
    return pyramid.suggestions(load(complaintId), actor(), staff);
  }

  /** Everybody who is or was at the desk, the highest level first. */
  @Query(
      value = "desk-member.list",
      by = {COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN, AUDITOR})
  public List<DeskMemberView> members() {
    return pyramid.members();
  }

  /**
   * Sets who works at the desk, and how. It weighs the fen that he may give more than before.
   *
   * @throws HeyiException {@link CommonError#VERSION_MOVED}, {@link CommonError#INVALID}, {@link
   *     CommonError#NOT_FOUND} when a version is given of somebody who is not there
   */
  @Command(value = "desk-member.set", by = HEAD_OFFICE_ADMIN, weighs = WeightUnit.FEN)
  public DeskMemberView setMember(SetDeskMember command) {
    return pyramid.set(command);
  }

  /** What each level may give, the lowest level first. */
  @Query(
      value = "complaint.authorities",
      by = {COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN, AUDITOR})
  public List<AuthorityView> authorities() {
    return pyramid.authorities();
  }

  /**
   * Sets what a level may give.
   *
   * @throws HeyiException {@link CommonError#VERSION_MOVED}, {@link CommonError#INVALID}
   */
  @Command(value = "complaint.set-authority", by = HEAD_OFFICE_ADMIN)
  public AuthorityView setAuthority(SetAuthority command) {
    return pyramid.set(command);
  }

  private Complaint load(UUID id) {
    return complaints.find(id).orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, id));
  }

  private Complaint open(UUID id) {
    Complaint complaint = load(id);
    complaint.requireOpen();
    return complaint;
  }

  /** Nothing is written about a case whose texts are gone. */
  private Complaint withTexts(UUID id) {
    Complaint complaint = load(id);
    complaint.requireTexts();
    return complaint;
  }

  private Actor actor() {
    return pyramid.actor(CallContext.current());
  }

  private CaseFileView stored(Complaint complaint) {
    complaints.flush();
    return show(complaint);
  }

  private CaseFileView show(Complaint complaint) {
    Caller caller = CallContext.current();
    return WhatTheDeskKeepsToItself.seenBy(
        caller,
        new CaseFileView(
            complaint.id(),
            file.points(complaint.id()),
            file.tasks(complaint.id(), complaint.number()),
            file.notes(complaint.id()),
            file.redress(complaint.id()),
            file.others(complaint.id(), caller.user())));
  }
}
