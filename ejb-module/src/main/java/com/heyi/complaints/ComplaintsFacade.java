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
import com.heyi.complaints.internal.CaseViews;
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
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.persistence.Filter;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The complaints: recorded and found. {@link StepsFacade} brings them on.
 *
 * <p>Everybody who meets customers records; a branch system sees and records what belongs to its
 * branch; an auditor reads.
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
  @Inject private CaseViews views;
  @Inject private Event<ComplaintRecorded> recorded;

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
      CaseViews views,
      Event<ComplaintRecorded> recorded,
      String rulePack) {
    this.complaints = complaints;
    this.pyramid = pyramid;
    this.file = file;
    this.customers = customers;
    this.views = views;
    this.recorded = recorded;
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
    Actor actor = pyramid.actor(CallContext.current());
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
    return views.afterStep(complaint);
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
    return views.of(complaints.visible(complaintId));
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
    return views.of(complaints.visible(number));
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
    Page<Complaint> found =
        complaints.page(narrowed(request), pyramid.actor(CallContext.current()));
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
}
