package com.heyi.complaints;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.BRANCH;
import static com.heyi.shared.facade.Role.COMPLAINT_HANDLER;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.complaints.internal.Attachments;
import com.heyi.complaints.internal.Complaint;
import com.heyi.complaints.internal.Complaints;
import com.heyi.complaints.internal.Heirs;
import com.heyi.complaints.internal.OneMatter;
import com.heyi.complaints.internal.Parties;
import com.heyi.complaints.internal.Pyramid;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** What comes in with complaints: files, those who speak for others, and the same matter again. */
@Facade
@Stateless
public class IntakeFacade {
  @Inject private Complaints complaints;
  @Inject private Attachments attachments;
  @Inject private Parties parties;
  @Inject private Heirs heirs;
  @Inject private OneMatter oneMatter;
  @Inject private Pyramid pyramid;
  @Inject private Event<ComplaintClosed> closed;
  @Inject private Event<ComplaintProgressed> progressed;

  /** For the container. */
  public IntakeFacade() {}

  IntakeFacade(
      Complaints complaints,
      Attachments attachments,
      Parties parties,
      Heirs heirs,
      OneMatter oneMatter,
      Pyramid pyramid,
      Event<ComplaintClosed> closed,
      Event<ComplaintProgressed> progressed) {
    this.complaints = complaints;
    this.attachments = attachments;
    this.parties = parties;
    this.heirs = heirs;
    this.oneMatter = oneMatter;
    this.pyramid = pyramid;
    this.closed = closed;
    this.progressed = progressed;
  }

  /**
   * How the complaint with this receipt number stands. For every branch, for a customer may ask at
   * any; it tells nothing about a person.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  @Query(
      value = "complaint.progress",
      by = {OPERATOR, COMPLAINT_HANDLER, BRANCH, HEAD_OFFICE_ADMIN, AUDITOR})
  public ProgressView progress(String number) {
    Complaint complaint =
        complaints
            .findByNumber(number)
            .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, number));
    return complaint
        .shown()
        .progress(oneMatter.mainOf(complaint.id()).map(IntakeView.Related::number).orElse(null));
  }

  /**
   * What came in with a complaint and what it belongs together with. A branch system is shown no
   * case of another branch as likely the same matter.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}; {@link CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "complaint.intake",
      by = {OPERATOR, COMPLAINT_HANDLER, BRANCH, HEAD_OFFICE_ADMIN, AUDITOR},
      personalData = true)
  public IntakeView view(UUID complaintId) {
    Complaint complaint = load(complaintId);
    ChangeLog.noteShown(complaint.customerId());
    return show(complaint);
  }

  /**
   * Whether the caller may add files to a complaint; asked before a file is received.
   *
   * @return the complaint
   * @throws HeyiException {@link ComplaintError#TEXTS_GONE}, {@link CommonError#NOT_FOUND}, {@link
   *     CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "complaint.may-attach",
      by = {OPERATOR, COMPLAINT_HANDLER, BRANCH, HEAD_OFFICE_ADMIN},
      target = "complaint")
  public UUID mayAttach(UUID complaintId) {
    Complaint complaint = load(complaintId);
    complaint.requireTexts();
    return complaint.id();
  }

  /**
   * Adds a file that was stored in the folder of uploads. It is refused, and not kept, when its
   * content is none of the kinds taken, or a scanner finds something in it.
   *
   * @throws HeyiException {@link ComplaintError#FILE_TYPE}, {@link ComplaintError#FILE_SIZE},
   *     {@link ComplaintError#TOO_MANY_FILES}, {@link ComplaintError#FILE_INFECTED}, {@link
   *     ComplaintError#FILE_NOT_SCANNED}, {@link ComplaintError#TEXTS_GONE}, {@link
   *     CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}
   */
  @Command(
      value = "complaint.attach",
      by = {OPERATOR, COMPLAINT_HANDLER, BRANCH, HEAD_OFFICE_ADMIN})
  public IntakeView attach(AttachFile command) {
    Complaint complaint = load(command.complaintId());
    attachments.add(command, CallContext.current().user());
    return show(complaint);
  }

  /**
   * A file to hand out; a read of personal data.
   *
   * @throws HeyiException {@link ComplaintError#FILE_GONE}, {@link CommonError#NOT_FOUND}, {@link
   *     CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "complaint.download",
      by = {OPERATOR, COMPLAINT_HANDLER, BRANCH, HEAD_OFFICE_ADMIN, AUDITOR},
      personalData = true)
  public AttachmentFile download(UUID attachmentId) {
    AttachmentFile file = attachments.file(attachmentId);
    ChangeLog.noteShown(load(file.complaintId()).customerId());
    return file;
  }

  /**
   * Names somebody who speaks for the complainant. An heir is told nothing by that alone, see
   * {@link #tellHeir}.
   *
   * @throws HeyiException {@link ComplaintError#TOO_MANY_REPRESENTATIVES}, {@link
   *     ComplaintError#TEXTS_GONE}, {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}
   */
  @Command(
      value = "complaint.add-party",
      by = {OPERATOR, COMPLAINT_HANDLER, BRANCH, HEAD_OFFICE_ADMIN})
  public IntakeView addParty(AddParty command) {
    Complaint complaint = load(command.complaintId());
    parties.add(command, CallContext.current().user());
    return show(complaint);
  }

  /**
   * Tells an heir from now on what the complainant was told, the question how it was included.
   * Where messages went before is told once that they go elsewhere. It is for who has the case or
   * distributes cases, without interest in it, and for somebody else than who named the heir.
   *
   * @throws HeyiException {@link ComplaintError#PARTY_NAMED_BY_HIMSELF}, {@link
   *     ComplaintError#PARTY_NOT_REACHED}, {@link ComplaintError#PARTY_TOLD}, {@link
   *     ComplaintError#PARTY_OVER}, {@link ComplaintError#NOT_IN_CHARGE}, {@link
   *     ComplaintError#INTEREST}, {@link ComplaintError#LEVEL_TOO_LOW}, {@link
   *     ComplaintError#TEXTS_GONE}, {@link CommonError#NOT_FOUND}
   */
  @Command(
      value = "complaint.tell-heir",
      by = {COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN})
  public IntakeView tellHeir(TellHeir command) {
    Complaint complaint = load(command.complaintId());
    heirs.tell(complaint, command, pyramid.actor(CallContext.current()));
    return show(complaint);
  }

  /**
   * Ends that somebody speaks for the complainant. When he was told instead of him, the complainant
   * is told again, or the heir who was before.
   *
   * @throws HeyiException {@link ComplaintError#PARTY_OVER}, {@link ComplaintError#NOT_IN_CHARGE},
   *     {@link ComplaintError#INTEREST}, {@link ComplaintError#LEVEL_TOO_LOW}, {@link
   *     ComplaintError#TEXTS_GONE}, {@link CommonError#NOT_FOUND}
   */
  @Command(
      value = "complaint.end-party",
      by = {COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN})
  public IntakeView endParty(EndParty command) {
    Complaint complaint = load(command.complaintId());
    heirs.end(complaint, command, pyramid.actor(CallContext.current()));
    return show(complaint);
  }

  /**
   * Joins a complaint to an earlier one of the same matter, which owes its answer no later. It
   * ends; the other goes on.
   *
   * @throws HeyiException {@link ComplaintError#JOINED_ALREADY}, {@link
   *     ComplaintError#JOIN_OTHER_CUSTOMER}, {@link ComplaintError#JOIN_MAIN_CLOSED}, {@link
   *     ComplaintError#JOIN_LATER}, {@link ComplaintError#JOIN_MISSED}, {@link
   *     ComplaintError#JOIN_DEADLINE}, {@link ComplaintError#NOT_IN_CHARGE}, {@link
   *     ComplaintError#INTEREST}, {@link ComplaintError#LEVEL_TOO_LOW}, {@link
   *     ComplaintError#WRONG_STEP}, {@link CommonError#VERSION_MOVED}, {@link
   *     CommonError#NOT_FOUND}
   */
  @Command(
      value = "complaint.join",
      by = {COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN})
  public IntakeView join(JoinComplaint command) {
    oneMatter.hold(command);
    Complaint complaint = load(command.complaintId());
    Complaint main = load(command.mainId());
    oneMatter.join(complaint, main, command, pyramid.actor(CallContext.current()));
    complaints.flush();
    closed.fire(new ComplaintClosed(complaint.id(), complaint.customerId()));
    progressed.fire(
        new ComplaintProgressed(complaint.id(), complaint.customerId(), complaint.lastStep()));
    return show(complaint);
  }

  private IntakeView show(Complaint complaint) {
    UUID id = complaint.id();
    return new IntakeView(
        id,
        attachments.of(id),
        parties.of(id),
        oneMatter.mainOf(id).orElse(null),
        oneMatter.joinedTo(id),
        oneMatter.likely(complaint, CallContext.current().boundBranch().orElse(null)));
  }

  private Complaint load(UUID id) {
    Complaint complaint =
        complaints.find(id).orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, id));
    Optional<String> bound = CallContext.current().boundBranch();
    if (bound.isPresent() && !bound.get().equals(complaint.branch())) {
      throw new HeyiException(CommonError.OTHER_BRANCH);
    }
    return complaint;
  }
}
