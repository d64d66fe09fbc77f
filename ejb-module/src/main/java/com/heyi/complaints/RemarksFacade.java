package com.heyi.complaints;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.BRANCH;
import static com.heyi.shared.facade.Role.COMPLAINT_HANDLER;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.accounts.CustomerRef;
import com.heyi.complaints.internal.Actor;
import com.heyi.complaints.internal.Complaint;
import com.heyi.complaints.internal.Complaints;
import com.heyi.complaints.internal.Pyramid;
import com.heyi.complaints.internal.Remarks;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Suggestions and praise. {@link RemarkStep} shows their process. Hiding complaints among them is
 * the abuse to prevent: a complaint becomes one only under four eyes, and a remark that is a
 * complaint after all has had its clock since the day on which it was received.
 */
@Facade
@Stateless
public class RemarksFacade {
  @Inject private Remarks remarks;
  @Inject private Complaints complaints;
  @Inject private Pyramid pyramid;
  @Inject private CustomerDirectory customers;
  @Inject private Event<ComplaintRecorded> recorded;
  @Inject private Event<ComplaintProgressed> progressed;

  @Inject
  @ConfigProperty(name = "heyi.complaints.rule-pack", defaultValue = "CN-2020-3")
  private String rulePack;

  /** For the container. */
  public RemarksFacade() {}

  RemarksFacade(
      Remarks remarks,
      Complaints complaints,
      Pyramid pyramid,
      CustomerDirectory customers,
      Event<ComplaintRecorded> recorded,
      Event<ComplaintProgressed> progressed,
      String rulePack) {
    this.remarks = remarks;
    this.complaints = complaints;
    this.pyramid = pyramid;
    this.customers = customers;
    this.recorded = recorded;
    this.progressed = progressed;
    this.rulePack = rulePack;
  }

  /**
   * Records a suggestion or praise.
   *
   * @throws HeyiException {@link ComplaintError#CUSTOMER_UNKNOWN}; {@link CommonError#OTHER_BRANCH}
   *     when a branch system names another branch or its customer; {@link CommonError#INVALID}
   */
  @Command(
      value = "remark.record",
      by = {OPERATOR, COMPLAINT_HANDLER, BRANCH, HEAD_OFFICE_ADMIN})
  public RemarkView record(RecordRemark command) {
    UUID customer = command.customer() == null ? null : customer(command.customer()).id();
    return remarks.record(command, customer, writableBranch(command.branch()), actor());
  }

  /**
   * Passes a remark on to a department.
   *
   * @throws HeyiException {@link ComplaintError#REMARK_STATUS}, {@link CommonError#VERSION_MOVED},
   *     {@link CommonError#NOT_FOUND}
   */
  @Command(
      value = "remark.pass-on",
      by = {OPERATOR, COMPLAINT_HANDLER})
  public RemarkView passOn(PassOnRemark command) {
    return remarks.passOn(command, actor());
  }

  /**
   * Answers a suggestion or thanks for praise; a branch system what is about its branch.
   *
   * @throws HeyiException {@link ComplaintError#REMARK_STATUS}, {@link CommonError#VERSION_MOVED},
   *     {@link CommonError#OTHER_BRANCH}, {@link CommonError#NOT_FOUND}
   */
  @Command(
      value = "remark.answer",
      by = {OPERATOR, COMPLAINT_HANDLER, BRANCH})
  public RemarkView answer(AnswerRemark command) {
    requireVisible(command.remarkId());
    return remarks.answer(command, actor());
  }

  /**
   * Closes a remark that was answered.
   *
   * @throws HeyiException {@link ComplaintError#REMARK_STATUS}, {@link CommonError#VERSION_MOVED},
   *     {@link CommonError#NOT_FOUND}
   */
  @Command(
      value = "remark.close",
      by = {OPERATOR, COMPLAINT_HANDLER})
  public RemarkView close(CloseRemark command) {
    return remarks.close(command, actor());
  }

  /**
   * Says that a remark is a complaint. Anybody who meets it may; nobody has to agree.
   *
   * @return the remark, with the complaint that it is
   * @throws HeyiException {@link ComplaintError#REMARK_STATUS}, {@link
   *     ComplaintError#REMARK_TEXTS_GONE}, {@link CommonError#VERSION_MOVED}, {@link
   *     CommonError#INVALID} when nobody could be answered, {@link CommonError#NOT_FOUND}
   */
  @Command(
      value = "remark.turn-into-complaint",
      by = {OPERATOR, COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN})
  public RemarkView turn(TurnIntoComplaint command) {
    Complaint complaint = remarks.turn(command, complaints, rulePack, actor());
    if (complaint.lastStep() == ComplaintStep.RECORD) {
      recorded.fire(new ComplaintRecorded(complaint.id(), complaint.customerId()));
    }
    progressed.fire(
        new ComplaintProgressed(complaint.id(), complaint.customerId(), complaint.lastStep()));
    return remarks.view(command.remarkId());
  }

  /**
   * Says that a complaint is a suggestion or praise: who is in charge of it, or an administrator.
   * Heyi's rules for approvals put it under four eyes.
   *
   * @throws HeyiException {@link ComplaintError#WRONG_STEP}, {@link ComplaintError#NOT_IN_CHARGE},
   *     {@link CommonError#VERSION_MOVED}, {@link CommonError#NOT_FOUND}
   */
  @Command(
      value = "complaint.turn-into-remark",
      by = {COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN})
  public RemarkView turn(TurnIntoRemark command) {
    Complaint complaint =
        complaints
            .find(command.complaintId())
            .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, command.complaintId()));
    RemarkView remark = remarks.turn(complaint, command, actor());
    progressed.fire(
        new ComplaintProgressed(complaint.id(), complaint.customerId(), complaint.lastStep()));
    return remark;
  }

  /**
   * All of a remark.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}; {@link CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "remark.view",
      by = {OPERATOR, COMPLAINT_HANDLER, BRANCH, HEAD_OFFICE_ADMIN, AUDITOR},
      personalData = true)
  public RemarkView view(UUID remarkId) {
    requireVisible(remarkId);
    return remarks.view(remarkId);
  }

  /**
   * A part of the remarks, those received last first unless asked otherwise.
   *
   * <p>Filters: {@code kind}, {@code status}, {@code channel}, {@code branch}, {@code staff},
   * {@code department}, {@code from} and {@code to} (days of receipt). Sorts: {@code receivedAt},
   * {@code number}.
   */
  @Query(
      value = "remark.list",
      by = {OPERATOR, COMPLAINT_HANDLER, BRANCH, HEAD_OFFICE_ADMIN, AUDITOR},
      personalData = true)
  public Page<RemarkRow> list(PageRequest request) {
    Map<String, String> filters = new HashMap<>(request.filters());
    CallContext.current()
        .boundBranch()
        .ifPresent(
            own -> {
              String wanted = filters.put("branch", own);
              if (wanted != null && !wanted.equals(own)) {
                throw new HeyiException(CommonError.OTHER_BRANCH);
              }
            });
    return remarks.page(request.filteredBy(filters));
  }

  /** Who was praised in the last twelve months, the most often praised first. */
  @Query(
      value = "remark.praised",
      by = {OPERATOR, COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN, AUDITOR})
  public List<PraiseCount> praised() {
    return remarks.praised();
  }

  private Actor actor() {
    return pyramid.actor(CallContext.current());
  }

  private void requireVisible(UUID remarkId) {
    Optional<String> bound = CallContext.current().boundBranch();
    if (bound.isPresent() && !bound.equals(remarks.branchOf(remarkId))) {
      throw new HeyiException(CommonError.OTHER_BRANCH);
    }
  }

  private static String writableBranch(String wanted) {
    Optional<String> bound = CallContext.current().boundBranch();
    if (bound.isPresent() && wanted != null && !bound.get().equals(wanted)) {
      throw new HeyiException(CommonError.OTHER_BRANCH);
    }
    return bound.orElse(wanted);
  }

  private CustomerRef customer(String numberOrId) {
    Optional<CustomerRef> byNumber = customers.findByNumber(numberOrId);
    CustomerRef found =
        byNumber
            .or(() -> byId(numberOrId))
            .orElseThrow(() -> new HeyiException(ComplaintError.CUSTOMER_UNKNOWN, numberOrId));
    return customers.requireServed(found.id());
  }

  private Optional<CustomerRef> byId(String text) {
    try {
      return customers.find(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
