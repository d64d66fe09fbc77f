package com.heyi.complaints;

import static com.heyi.shared.facade.Role.COMPLAINT_HANDLER;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.accounts.CustomerRef;
import com.heyi.complaints.internal.CaseFile;
import com.heyi.complaints.internal.Complaint;
import com.heyi.complaints.internal.Complaints;
import com.heyi.complaints.internal.Pyramid;
import com.heyi.complaints.internal.RedressDesk;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.facade.WeightUnit;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What complainants are given: money into an account of theirs, or points; within the authority of
 * the handler in charge, and above a threshold with a second person.
 */
@Facade
@Stateless
public class RedressFacade {
  @Inject private Complaints complaints;
  @Inject private RedressDesk desk;
  @Inject private CaseFile file;
  @Inject private Pyramid pyramid;
  @Inject private CustomerDirectory customers;
  @Inject private Clock clock;
  @Inject private Event<ComplaintProgressed> progressed;
  @Inject private Event<CompensationPaid> paid;
  @Inject private Event<CompensationTakenBack> takenBack;

  /** For the container. */
  public RedressFacade() {}

  RedressFacade(
      Complaints complaints,
      RedressDesk desk,
      CaseFile file,
      Pyramid pyramid,
      CustomerDirectory customers,
      Clock clock,
      Event<ComplaintProgressed> progressed,
      Event<CompensationPaid> paid,
      Event<CompensationTakenBack> takenBack) {
    this.complaints = complaints;
    this.desk = desk;
    this.file = file;
    this.pyramid = pyramid;
    this.customers = customers;
    this.clock = clock;
    this.progressed = progressed;
    this.paid = paid;
    this.takenBack = takenBack;
  }

  /**
   * Pays the complainant money into an account of his. It weighs all the money given in the case,
   * this included.
   *
   * @return all that was given in the case
   * @throws HeyiException {@link ComplaintError#BEYOND_AUTHORITY}, {@link
   *     ComplaintError#BEYOND_AMOUNT}, {@link ComplaintError#NO_CUSTOMER}, {@link
   *     ComplaintError#NOT_HIS_ACCOUNT}, {@link ComplaintError#NOT_IN_CHARGE}, {@link
   *     ComplaintError#WRONG_STEP}, {@link com.heyi.deposits.DepositsError}
   */
  @Command(
      value = "complaint.compensate",
      by = {COMPLAINT_HANDLER},
      weighs = WeightUnit.FEN)
  public CaseRedress compensate(CompensateComplaint command) {
    Complaint complaint = load(command.complaintId());
    UUID given = desk.pay(complaint, command, pyramid.actor(CallContext.current()));
    return paid(complaint, given);
  }

  /**
   * Gives the complainant points. It weighs these, upon all the points given in the case.
   *
   * @return all that was given in the case
   * @throws HeyiException as {@link #compensate}; {@link com.heyi.mall.MallError}
   */
  @Command(
      value = "complaint.give-points",
      by = {COMPLAINT_HANDLER},
      weighs = WeightUnit.POINTS)
  public CaseRedress givePoints(GivePoints command) {
    Complaint complaint = load(command.complaintId());
    UUID given = desk.give(complaint, command, pyramid.actor(CallContext.current()));
    return paid(complaint, given);
  }

  /**
   * Takes back what was given, whole and once.
   *
   * @return all that was given in the case
   * @throws HeyiException {@link ComplaintError#REDRESS_TAKEN_BACK}; {@link
   *     com.heyi.deposits.DepositsError#INSUFFICIENT} and {@link
   *     com.heyi.mall.MallError#GIFT_SPENT} when it has been used
   */
  @Command(
      value = "complaint.take-back",
      by = {COMPLAINT_HANDLER})
  public CaseRedress takeBack(TakeBackRedress command) {
    Complaint complaint = load(command.complaintId());
    desk.takeBack(complaint, command, pyramid.actor(CallContext.current()));
    complaints.flush();
    takenBack.fire(
        new CompensationTakenBack(complaint.id(), command.redressId(), complaint.customerId()));
    return stored(complaint);
  }

  /**
   * What a letter of apology says.
   *
   * @throws HeyiException {@link ComplaintError#LETTER_EARLY}, {@link CommonError#NOT_FOUND}
   */
  @Query(
      value = "complaint.letter",
      by = {COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN},
      personalData = true)
  public LetterView letter(UUID complaintId) {
    Complaint complaint = load(complaintId);
    ChangeLog.noteShown(complaint.customerId());
    String customer =
        complaint.customerId() == null
            ? null
            : customers.find(complaint.customerId()).map(CustomerRef::name).orElse(null);
    List<RedressView> standing =
        file.redress(complaintId).stream().filter(RedressView::stands).toList();
    return complaint.shown().letter(customer, standing, LocalDate.now(clock));
  }

  private CaseRedress paid(Complaint complaint, UUID given) {
    complaints.flush();
    paid.fire(new CompensationPaid(complaint.id(), given, complaint.customerId()));
    return stored(complaint);
  }

  private CaseRedress stored(Complaint complaint) {
    progressed.fire(
        new ComplaintProgressed(complaint.id(), complaint.customerId(), complaint.lastStep()));
    return new CaseRedress(complaint.id(), complaint.version(), file.redress(complaint.id()));
  }

  private Complaint load(UUID id) {
    return complaints.find(id).orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, id));
  }
}
