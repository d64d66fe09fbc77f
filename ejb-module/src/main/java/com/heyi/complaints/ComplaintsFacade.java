package com.heyi.complaints;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.BRANCH;
import static com.heyi.shared.facade.Role.COMPLAINT_HANDLER;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.accounts.CustomerRef;
import com.heyi.complaints.internal.Actor;
import com.heyi.complaints.internal.CaseFile;
import com.heyi.complaints.internal.CfpbRecord;
import com.heyi.complaints.internal.Complaint;
import com.heyi.complaints.internal.Complaints;
import com.heyi.complaints.internal.Pyramid;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.facade.RolesNow;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.persistence.Filter;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The complaints desk. {@link ComplaintStep} shows the process.
 *
 * <p>Who may do what: everybody who meets customers records; a handler does the steps of the cases
 * that he is in charge of; an administrator distributes cases but does not decide them; a branch
 * system sees and records what belongs to its branch; an auditor reads.
 */
@Facade
@Stateless
public class ComplaintsFacade {
  /** How far a list counts: a total above it means more. */
  public static final int MOST_COUNTED = 10_000;

  @Inject private Complaints complaints;
  @Inject private Pyramid pyramid;
  @Inject private CaseFile file;
  @Inject private CustomerDirectory customers;
  @Inject private RolesNow staff;
  @Inject private Clock clock;
  @Inject private Event<ComplaintRecorded> recorded;
  @Inject private Event<ComplaintClosed> closed;
  @Inject private Event<ComplaintProgressed> progressed;

  @Inject
  @ConfigProperty(name = "heyi.complaints.rule-pack", defaultValue = "CN-2020-3")
  private String rulePack;

  /** For the container. */
  public ComplaintsFacade() {}

  ComplaintsFacade(
      Complaints complaints,
      Pyramid pyramid,
      CaseFile file,
      CustomerDirectory customers,
      RolesNow staff,
      Clock clock,
      Event<ComplaintRecorded> recorded,
      Event<ComplaintClosed> closed,
      Event<ComplaintProgressed> progressed,
      String rulePack) {
    this.complaints = complaints;
    this.pyramid = pyramid;
    this.file = file;
    this.customers = customers;
    this.staff = staff;
    this.clock = clock;
    this.recorded = recorded;
    this.closed = closed;
    this.progressed = progressed;
    this.rulePack = rulePack;
  }

  /**
   * Records a complaint and starts its clock, with the call that the complainant was promised.
   *
   * @throws HeyiException {@link ComplaintError#CUSTOMER_UNKNOWN}; {@link
   *     ComplaintError#EXTERNAL_DUPLICATE}; {@link CommonError#OTHER_BRANCH} when a branch system
   *     names another branch or another branch's customer; {@link CommonError#INVALID} with the
   *     fields that are wrong
   */
  @Command(
      value = "complaint.record",
      by = {OPERATOR, COMPLAINT_HANDLER, BRANCH, HEAD_OFFICE_ADMIN})
  public ComplaintView record(RecordComplaint command) {
    Actor actor = actor();
    CustomerRef customer = command.customer() == null ? null : customer(command.customer());
    String branch = writableBranch(command.branch());
    refuseKnown(command);
    Complaint complaint =
        Complaint.record(
            command,
            customer == null ? null : customer.id(),
            branch,
            complaints.nextNumber(),
            complaints.deadlinesFor(rulePack, command.receivedAt()),
            actor);
    complaints.add(complaint);
    promise(complaint, command.callBackAt(), actor);
    recorded.fire(new ComplaintRecorded(complaint.id(), complaint.customerId()));
    return stored(complaint);
  }

  /**
   * Puts a handler in charge: the caller, or the one named. How involved the case is, which settles
   * the deadline, changes while that has not passed.
   *
   * @throws HeyiException {@link ComplaintError#COMPLEX_LATE}, {@link
   *     ComplaintError#HANDLER_UNKNOWN}, {@link ComplaintError#WRONG_STEP}, {@link
   *     CommonError#VERSION_MOVED}, {@link CommonError#NOT_FOUND}
   */
  @Command(
      value = "complaint.accept",
      by = {COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN})
  public ComplaintView accept(AcceptComplaint command) {
    Complaint complaint = load(command.complaintId());
    Actor actor = actor();
    complaint.accept(
        command,
        pyramid.candidate(command.handler(), actor, staff),
        complaints.deadlinesOf(complaint),
        actor);
    return stored(complaint);
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
    Complaint complaint = load(command.complaintId());
    Actor actor = actor();
    complaint.assign(command, pyramid.candidate(command.handler(), actor, staff), actor);
    return stored(complaint);
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
    Complaint complaint = load(command.complaintId());
    complaint.extend(command, complaints.deadlinesOf(complaint), actor());
    return stored(complaint);
  }

  /**
   * Records what the analysis found.
   *
   * @throws HeyiException {@link ComplaintError#WRONG_STEP}, {@link ComplaintError#NOT_IN_CHARGE},
   *     {@link CommonError#VERSION_MOVED}, {@link CommonError#NOT_FOUND}
   */
  @Command(value = "complaint.analyse", by = COMPLAINT_HANDLER)
  public ComplaintView analyse(AnalyseComplaint command) {
    Complaint complaint = load(command.complaintId());
    complaint.analyse(command, actor());
    return stored(complaint);
  }

  /**
   * Records what the bank decided and did.
   *
   * @throws HeyiException {@link ComplaintError#WRONG_STEP}, {@link ComplaintError#NOT_IN_CHARGE},
   *     {@link CommonError#VERSION_MOVED}, {@link CommonError#NOT_FOUND}
   */
  @Command(value = "complaint.handle", by = COMPLAINT_HANDLER)
  public ComplaintView handle(HandleComplaint command) {
    Complaint complaint = load(command.complaintId());
    Actor actor = actor();
    complaint.handle(command, actor);
    pyramid.requireAllowed(actor.level(), remedy(command.resolution()));
    return stored(complaint);
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
    Complaint complaint = load(command.complaintId());
    complaint.feedBack(command, actor());
    // Stored first: from then on nobody takes down another point before this has ended.
    complaints.flush();
    file.requireEveryPointAddressed(complaint.id());
    return stored(complaint);
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
    Complaint complaint = load(command.complaintId());
    complaint.contest(command, complaints.deadlinesOf(complaint), actor());
    return stored(complaint);
  }

  /**
   * Closes a complaint that was answered.
   *
   * @throws HeyiException {@link ComplaintError#WRONG_STEP}, {@link ComplaintError#NOT_IN_CHARGE},
   *     {@link CommonError#VERSION_MOVED}, {@link CommonError#NOT_FOUND}
   */
  @Command(value = "complaint.close", by = COMPLAINT_HANDLER)
  public ComplaintView close(CloseComplaint command) {
    Complaint complaint = load(command.complaintId());
    complaint.close(command, actor());
    closed.fire(new ComplaintClosed(complaint.id(), complaint.customerId()));
    return stored(complaint);
  }

  /**
   * Ends a complaint that the complainant takes back; nobody does who has an interest in it.
   *
   * @throws HeyiException {@link ComplaintError#INTEREST}, {@link ComplaintError#WRONG_STEP},
   *     {@link CommonError#VERSION_MOVED}, {@link CommonError#NOT_FOUND}
   */
  @Command(
      value = "complaint.withdraw",
      by = {COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN})
  public ComplaintView withdraw(WithdrawComplaint command) {
    Complaint complaint = load(command.complaintId());
    complaint.withdraw(command, actor());
    closed.fire(new ComplaintClosed(complaint.id(), complaint.customerId()));
    return stored(complaint);
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
    Complaint complaint = load(command.complaintId());
    complaint.name(command, actor());
    return stored(complaint);
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
    Complaint complaint = load(command.complaintId());
    complaint.escalate(command, pyramid.levelOf(complaint.handler()), actor());
    return stored(complaint);
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
    Complaint complaint = load(command.complaintId());
    complaint.pause(command, actor());
    return stored(complaint);
  }

  /**
   * Goes on with a complaint that waited; its deadlines are reckoned anew from its steps.
   *
   * @throws HeyiException {@link ComplaintError#NOT_IN_CHARGE}, {@link ComplaintError#WRONG_STEP},
   *     {@link CommonError#VERSION_MOVED}, {@link CommonError#NOT_FOUND}
   */
  @Command(value = "complaint.resume", by = COMPLAINT_HANDLER)
  public ComplaintView resume(ResumeComplaint command) {
    Complaint complaint = load(command.complaintId());
    complaint.resume(command, complaints.deadlinesOf(complaint), actor());
    return stored(complaint);
  }

  /**
   * Records that the complainant accepts the answer.
   *
   * @throws HeyiException {@link ComplaintError#NOT_IN_CHARGE}, {@link ComplaintError#WRONG_STEP},
   *     {@link CommonError#VERSION_MOVED}, {@link CommonError#NOT_FOUND}
   */
  @Command(value = "complaint.agree", by = COMPLAINT_HANDLER)
  public ComplaintView agree(AgreeToAnswer command) {
    Complaint complaint = load(command.complaintId());
    complaint.agree(command, actor());
    return stored(complaint);
  }

  /**
   * Records what was done to win the customer back.
   *
   * @throws HeyiException {@link ComplaintError#NOT_IN_CHARGE}, {@link ComplaintError#WRONG_STEP},
   *     {@link CommonError#VERSION_MOVED}, {@link CommonError#NOT_FOUND}
   */
  @Command(value = "complaint.win-back", by = COMPLAINT_HANDLER)
  public ComplaintView winBack(WinBackCustomer command) {
    Complaint complaint = load(command.complaintId());
    complaint.winBack(command, actor());
    return stored(complaint);
  }

  /**
   * Records who answers for what went wrong, or why nobody does.
   *
   * @throws HeyiException {@link ComplaintError#NOT_IN_CHARGE}, {@link ComplaintError#WRONG_STEP},
   *     {@link CommonError#VERSION_MOVED}, {@link CommonError#NOT_FOUND}
   */
  @Command(value = "complaint.hold-to-account", by = COMPLAINT_HANDLER)
  public ComplaintView holdToAccount(HoldToAccount command) {
    Complaint complaint = load(command.complaintId());
    complaint.holdToAccount(command, actor());
    return stored(complaint);
  }

  /**
   * Records that the root cause of a closed complaint has been put right.
   *
   * @throws HeyiException {@link ComplaintError#NOT_IN_CHARGE}, {@link ComplaintError#WRONG_STEP},
   *     {@link CommonError#VERSION_MOVED}, {@link CommonError#NOT_FOUND}
   */
  @Command(value = "complaint.rectify", by = COMPLAINT_HANDLER)
  public ComplaintView rectify(RectifyCause command) {
    Complaint complaint = load(command.complaintId());
    complaint.rectify(command, actor());
    return stored(complaint);
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
    Complaint complaint = load(command.complaintId());
    complaint.review(command, complaints.deadlinesOf(complaint), actor());
    return stored(complaint);
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
    Complaint complaint = load(command.complaintId());
    complaints.requireNotJoined(complaint);
    complaint.reopen(command, complaints.deadlinesOf(complaint), actor());
    return stored(complaint);
  }

  /**
   * All of a complaint.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}; {@link CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "complaint.view",
      by = {OPERATOR, COMPLAINT_HANDLER, BRANCH, HEAD_OFFICE_ADMIN, AUDITOR},
      personalData = true)
  public ComplaintView view(UUID complaintId) {
    return show(load(complaintId));
  }

  /**
   * All of the complaint with this number.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}; {@link CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "complaint.view",
      by = {OPERATOR, COMPLAINT_HANDLER, BRANCH, HEAD_OFFICE_ADMIN, AUDITOR},
      personalData = true,
      target = "complaint")
  public ComplaintView viewByNumber(String number) {
    return show(visible(complaints.findByNumber(number), number));
  }

  /**
   * A part of the complaints, those received last first unless asked otherwise; by number when they
   * are looked for by its beginning.
   *
   * <p>Filters: {@code number} (beginning), {@code status} and {@code channel} (one or more,
   * separated by commas), {@code product}, {@code branch}, {@code customer} (number or id), {@code
   * handler}, {@code source}, {@code externalReference}, {@code open} and {@code overdue} (yes or
   * no), {@code level}, {@code queue} ({@code mine}: open and in the caller's charge or in that of
   * somebody for whom he stands in; {@code free}: open and in nobody's charge, at a level that the
   * caller has), {@code from} and {@code to} (days of receipt in the bank's zone), {@code text}
   * (contained in the narrative). Sorts: {@code receivedAt}, {@code dueAt}, {@code number}. A total
   * goes up to {@link #MOST_COUNTED} and one.
   */
  @Query(
      value = "complaint.list",
      by = {OPERATOR, COMPLAINT_HANDLER, BRANCH, HEAD_OFFICE_ADMIN, AUDITOR},
      personalData = true)
  public Page<ComplaintRow> list(PageRequest request) {
    Page<Complaint> found = complaints.page(narrowed(request), actor());
    List<UUID> ids =
        found.items().stream().map(Complaint::customerId).filter(id -> id != null).toList();
    Map<UUID, CustomerRef> known = new HashMap<>(customers.findAll(ids));
    List<ComplaintRow> rows =
        found.items().stream()
            .map(
                complaint -> {
                  CustomerRef customer = known.get(complaint.customerId());
                  return complaint
                      .shown()
                      .row(
                          customer == null ? null : customer.number(),
                          complaints.clockOf(complaint));
                })
            .toList();
    return new Page<>(rows, found.nextCursor(), found.total());
  }

  /** How the desk is doing; for a branch system, in its branch. */
  @Query(
      value = "complaint.figures",
      by = {OPERATOR, COMPLAINT_HANDLER, BRANCH, HEAD_OFFICE_ADMIN, AUDITOR})
  public ComplaintFigures figures() {
    return complaints.figures(CallContext.current().boundBranch().orElse(null));
  }

  /** Account names of those in charge of open complaints, in order. */
  @Query(
      value = "complaint.handlers",
      by = {COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN, AUDITOR})
  public List<String> handlers() {
    return complaints.handlers();
  }

  /** Stored first, for the call refers to it. */
  private void promise(Complaint complaint, Instant callBackAt, Actor actor) {
    if (callBackAt != null) {
      complaints.flush();
      file.promise(
          new PromiseCall(complaint.id(), callBackAt, null, null, null),
          "callBackAt",
          complaint.number(),
          actor);
    }
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

  private Complaint load(UUID id) {
    return visible(complaints.find(id), id);
  }

  private static Complaint visible(Optional<Complaint> found, Object askedFor) {
    Complaint complaint =
        found.orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, askedFor));
    Optional<String> bound = CallContext.current().boundBranch();
    if (bound.isPresent() && !bound.get().equals(complaint.branch())) {
      throw new HeyiException(CommonError.OTHER_BRANCH);
    }
    return complaint;
  }

  private static String writableBranch(String wanted) {
    Optional<String> bound = CallContext.current().boundBranch();
    if (bound.isEmpty()) {
      return wanted;
    }
    if (bound.get().isEmpty() || (wanted != null && !wanted.equals(bound.get()))) {
      throw new HeyiException(CommonError.OTHER_BRANCH);
    }
    return bound.get();
  }

  private CustomerRef customer(String numberOrId) {
    CustomerRef found =
        byNumberOrId(numberOrId)
            .orElseThrow(() -> new HeyiException(ComplaintError.CUSTOMER_UNKNOWN, numberOrId));
    return customers.requireServed(found.id());
  }

  private Optional<CustomerRef> byNumberOrId(String numberOrId) {
    Optional<UUID> id = asId(numberOrId);
    return id.isPresent() ? customers.find(id.get()) : customers.findByNumber(numberOrId);
  }

  private static Optional<UUID> asId(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private void refuseKnown(RecordComplaint command) {
    if (command.externalSource() == null || command.externalReference() == null) {
      return;
    }
    complaints
        .numberOf(command.externalSource(), command.externalReference())
        .ifPresent(
            number -> {
              throw new HeyiException(
                  ComplaintError.EXTERNAL_DUPLICATE,
                  command.externalSource(),
                  command.externalReference(),
                  number);
            });
  }

  /** The request with what the caller may see, and the customer's number turned into his id. */
  private PageRequest narrowed(PageRequest request) {
    Map<String, String> filters = new HashMap<>(request.filters());
    Caller caller = CallContext.current();
    caller
        .boundBranch()
        .ifPresent(
            own -> {
              String wanted = filters.put("branch", own.isEmpty() ? "-" : own);
              if (wanted != null && !wanted.equals(own)) {
                throw new HeyiException(CommonError.OTHER_BRANCH);
              }
            });
    filters.computeIfPresent(
        "customer",
        (name, text) ->
            Filter.textOf(
                byNumberOrId(text)
                    .map(customer -> customers.recordsOf(customer.id()))
                    .orElse(Set.of(new UUID(0, 0)))));
    return request.filteredBy(filters);
  }

  /** Stored first, so that the answer carries the version that the next change must name. */
  private ComplaintView stored(Complaint complaint) {
    complaints.flush();
    progressed.fire(
        new ComplaintProgressed(complaint.id(), complaint.customerId(), complaint.lastStep()));
    return show(complaint);
  }

  private ComplaintView show(Complaint complaint) {
    CustomerRef customer =
        complaint.customerId() == null ? null : customers.find(complaint.customerId()).orElse(null);
    return complaint
        .shown()
        .view(
            customer == null ? null : customer.number(),
            customer == null ? null : customer.name(),
            complaints.cfpbRecord(complaint.id()).map(CfpbRecord::view).orElse(null),
            CallContext.current(),
            actor(),
            complaints.clockOf(complaint));
  }
}
