package com.heyi.relationship.internal;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.accounts.CustomerRef;
import com.heyi.accounts.FilteredByCustomer;
import com.heyi.relationship.ClaimFollowUp;
import com.heyi.relationship.FinishFollowUp;
import com.heyi.relationship.FollowUpFigure;
import com.heyi.relationship.FollowUpOutcome;
import com.heyi.relationship.FollowUpReason;
import com.heyi.relationship.FollowUpResult;
import com.heyi.relationship.FollowUpView;
import com.heyi.relationship.RelationshipError;
import com.heyi.relationship.ReleaseFollowUp;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Role;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The work on follow-ups: who takes them on, and what comes of them. */
@ApplicationScoped
public class FollowUps {
  private static final int DAYS_OF_FIGURES = 90;

  @Inject private FollowUpBook book;
  @Inject private AlertBook alerts;
  @Inject private Managers managers;
  @Inject private CustomerDirectory customers;
  @Inject private Clock clock;

  protected FollowUps() {}

  public FollowUps(
      FollowUpBook book,
      AlertBook alerts,
      Managers managers,
      CustomerDirectory customers,
      Clock clock) {
    this.book = book;
    this.alerts = alerts;
    this.managers = managers;
    this.customers = customers;
    this.clock = clock;
  }

  public Page<FollowUpView> page(PageRequest request) {
    LocalDate today = LocalDate.now(clock);
    Page<FollowUp> page =
        book.page(FilteredByCustomer.byRecords(request, customers), managers.bound(today));
    Map<UUID, CustomerRef> known =
        customers.servedUnder(page.items().stream().map(FollowUp::customerId).toList());
    return new Page<>(
        page.items().stream().map(one -> one.view(known.get(one.customerId()), today)).toList(),
        page.nextCursor(),
        page.total());
  }

  public FollowUpView view(UUID id) {
    return view(seen(book.find(id), id));
  }

  public List<FollowUpResult> results(UUID id) {
    return book.results(seen(book.find(id), id).id());
  }

  public List<FollowUpView> openOf(UUID customerId) {
    CustomerRef customer = customers.require(customers.whoIs(customerId));
    LocalDate today = LocalDate.now(clock);
    Optional<Set<String>> bound = bound();
    return book.open(customers.recordsOf(customer.id())).stream()
        .filter(one -> shows(bound, one))
        .map(one -> one.view(customer, today))
        .toList();
  }

  public FollowUpView claim(ClaimFollowUp command) {
    FollowUp one = seen(book.findHeld(command.followUpId()), command.followUpId());
    Set<String> inCharge = inChargeOf(one);
    String user = CallContext.current().user();
    if (!inCharge.contains(user)) {
      throw new HeyiException(RelationshipError.FOLLOW_UP_MANAGER, acting(one).orElse("-"));
    }
    // Who comes second is told who was first, rather than that a version has moved.
    one.claim(user, inCharge, clock.instant());
    one.requireVersion(command.expectedVersion());
    book.flush();
    return view(one);
  }

  public FollowUpView release(ReleaseFollowUp command) {
    FollowUp one = seen(book.findHeld(command.followUpId()), command.followUpId());
    if (!CallContext.current().has(Role.HEAD_OFFICE_ADMIN)) {
      one.requireClaimedBy(CallContext.current().user());
    }
    one.requireVersion(command.expectedVersion());
    one.release();
    book.flush();
    return view(one);
  }

  public FollowUpView finish(FinishFollowUp command) {
    // Alerts are held before their follow-up, as everywhere.
    Optional<UUID> alerted = book.alertedCustomer(command.followUpId());
    alerted.ifPresent(alerts::holdOpen);
    FollowUp one = seen(book.findHeld(command.followUpId()), command.followUpId());
    String note = noteOf(command, one.reason());
    String user = CallContext.current().user();
    one.finish(user, clock.instant());
    one.requireVersion(command.expectedVersion());
    book.flush();
    book.write(
        one,
        new FollowUpResult(
            one.customerId(),
            command.outcome(),
            note,
            one.openedAt(),
            one.dueOn(),
            clock.instant(),
            user),
        LocalDate.now(clock));
    // Read again: until the follow-up was held, a look at movements may have opened another.
    alerted
        .map(alerts::holdOpen)
        .orElse(List.of())
        .forEach(alert -> alert.handle(note, user, clock.instant()));
    return view(one);
  }

  private static String noteOf(FinishFollowUp command, FollowUpReason reason) {
    List<FollowUpOutcome> possible = FollowUpOutcome.of(reason);
    if (!possible.contains(command.outcome())) {
      throw new HeyiException(
          RelationshipError.FOLLOW_UP_OUTCOME,
          command.outcome(),
          possible.stream().map(FollowUpOutcome::name).collect(Collectors.joining(", ")));
    }
    boolean told = command.note() != null && !command.note().isBlank();
    if (!told && (command.outcome() == FollowUpOutcome.OTHER || reason == FollowUpReason.ALERT)) {
      throw new HeyiException(RelationshipError.FOLLOW_UP_NOTE);
    }
    return told ? command.note().strip() : null;
  }

  /**
   * @throws HeyiException {@link RelationshipError#FOLLOW_UP_DAYS}
   */
  public List<FollowUpFigure> figures(LocalDate from, LocalDate to) {
    LocalDate last = to == null ? LocalDate.now(clock) : to;
    LocalDate first = from == null ? last.minusDays(DAYS_OF_FIGURES - 1L) : from;
    if (first.isAfter(last)) {
      throw new HeyiException(RelationshipError.FOLLOW_UP_DAYS);
    }
    return book.figures(first, last);
  }

  /** Who sees to the customer today: his manager, or who stands in for him. */
  private Optional<String> acting(FollowUp one) {
    LocalDate today = LocalDate.now(clock);
    return managers.find(one.manager()).map(his -> his.actingOn(today, managers::find));
  }

  /** Who may take it on today: the manager, though he is away, and who stands in for him. */
  private Set<String> inChargeOf(FollowUp one) {
    return acting(one)
        .map(
            account ->
                account.equals(one.manager()) ? Set.of(account) : Set.of(account, one.manager()))
        .orElse(Set.of());
  }

  /** The follow-up, for who may see it; for everybody else there is none. */
  private FollowUp seen(Optional<FollowUp> found, UUID id) {
    Optional<Set<String>> bound = bound();
    FollowUp one =
        found
            .filter(his -> shows(bound, his))
            .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, id));
    if (CallContext.current().boundBranch().isPresent()) {
      customers.require(customers.whoIs(one.customerId()));
    }
    return one;
  }

  /** Whose follow-ups the caller sees; a branch sees whosever they are, of its customers. */
  private Optional<Set<String>> bound() {
    return CallContext.current().boundBranch().isPresent()
        ? Optional.empty()
        : managers.bound(LocalDate.now(clock));
  }

  private static boolean shows(Optional<Set<String>> bound, FollowUp one) {
    return bound.isEmpty() || bound.get().contains(one.manager());
  }

  private FollowUpView view(FollowUp one) {
    UUID customer = customers.whoIs(one.customerId());
    return one.view(customers.find(customer).orElse(null), LocalDate.now(clock));
  }
}
