package com.heyi.relationship.internal;

import com.heyi.accounts.CustomerBase;
import com.heyi.accounts.CustomerDirectory;
import com.heyi.accounts.CustomerRef;
import com.heyi.accounts.FilteredByCustomer;
import com.heyi.deposits.MovementBooked;
import com.heyi.relationship.AlertView;
import com.heyi.relationship.FlowDirection;
import com.heyi.relationship.HandleAlert;
import com.heyi.relationship.SeeAlert;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.AuditSink;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Change;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.value.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Alerts managers when much comes or goes. What is booked is written down in the same transaction,
 * and looked at in another, a minute later at the most: no payment fails or waits for an alert.
 */
@ApplicationScoped
public class Alerts {
  @Inject private AlertBook book;
  @Inject private FlowThresholds thresholds;
  @Inject private Managers managers;
  @Inject private CustomerBase base;
  @Inject private CustomerDirectory customers;
  @Inject private TiersToday tiers;
  @Inject private Reasons reasons;
  @Inject private AuditSink audit;
  @Inject private Clock clock;

  protected Alerts() {}

  public Alerts(
      AlertBook book,
      FlowThresholds thresholds,
      Managers managers,
      CustomerBase base,
      CustomerDirectory customers,
      TiersToday tiers,
      Reasons reasons,
      AuditSink audit,
      Clock clock) {
    this.book = book;
    this.thresholds = thresholds;
    this.managers = managers;
    this.base = base;
    this.customers = customers;
    this.tiers = tiers;
    this.reasons = reasons;
    this.audit = audit;
    this.clock = clock;
  }

  /** Writes a movement down; what he moves between his own accounts neither comes nor goes. */
  public void booked(@Observes MovementBooked movement) {
    if (movement.customerId().equals(movement.otherCustomerId())) {
      return;
    }
    Money amount = movement.amount();
    boolean came = !amount.isNegative() == (movement.reverses() == null);
    book.write(
        movement.movementId(),
        movement.customerId(),
        movement.otherCustomerId(),
        came ? FlowDirection.IN : FlowDirection.OUT,
        amount.isNegative() ? amount.negated() : amount,
        movement.bookedOn(),
        movement.reverses(),
        movement.bookedAt());
  }

  /** Looks at some of the movements that wait; says how many. */
  int look(int most) {
    List<AlertBook.Waiting> waiting = book.waiting(most);
    if (waiting.isEmpty()) {
      return 0;
    }
    // A hand-over comes before or after, never in between; nor does another node's look.
    managers.awaitTurn();
    Map<UUID, UUID> survivors =
        base.survivors(waiting.stream().map(AlertBook.Waiting::recordId).toList());
    Set<Alert.FlowDay> days = new LinkedHashSet<>();
    waiting.forEach(
        one ->
            days.add(
                new Alert.FlowDay(
                    survivors.getOrDefault(one.recordId(), one.recordId()),
                    one.day(),
                    one.direction())));
    Set<UUID> whose = new LinkedHashSet<>();
    days.forEach(day -> whose.add(day.customerId()));
    Map<UUID, CustomerBase.Member> members = base.members(whose);
    Map<UUID, String> standing = tiers.tiersOf(whose);
    Map<UUID, String> lookedAfterBy = managers.managersOf(whose);
    Thresholds holding = thresholds.read();
    // All of them before any follow-up, as who handles or finishes holds them.
    Map<Alert.FlowDay, Alert> held = book.hold(days);
    for (Alert.FlowDay day : days) {
      // Who was erased meanwhile has nobody who would be told.
      if (members.containsKey(day.customerId())) {
        look(
            day,
            held.get(day),
            members.get(day.customerId()).records(),
            holding.on(day.direction(), standing.get(day.customerId()), day.day()),
            standing.get(day.customerId()),
            lookedAfterBy.get(day.customerId()));
      }
    }
    book.lookedAt(waiting, clock.instant());
    return waiting.size();
  }

  private void look(
      Alert.FlowDay day,
      Alert alert,
      Set<UUID> records,
      Optional<Money> threshold,
      String tier,
      String manager) {
    Alert.DayTotal total = book.total(day, records);
    if (alert != null) {
      if (alert.nowIs(total, manager, clock.instant())) {
        reasons.alerted(day.customerId(), manager);
      }
      return;
    }
    threshold
        .filter(least -> total.amount().compareTo(least) >= 0)
        .ifPresent(
            least -> {
              Alert opened = new Alert(day, total, least, tier, manager, clock.instant());
              book.add(opened);
              reasons.alerted(day.customerId(), manager);
              record(opened, total);
            });
  }

  private void record(Alert alert, Alert.DayTotal total) {
    audit.record(
        AuditEvent.done(
            CallContext.current(),
            "relationship",
            "alert.open",
            "customer:" + alert.customerId(),
            List.of(
                new Change(
                    "alert",
                    alert.id().toString(),
                    "amount",
                    null,
                    total.amount().amount().toPlainString()))));
  }

  public Page<AlertView> page(PageRequest request) {
    Page<Alert> page =
        book.page(
            FilteredByCustomer.byRecords(request, customers), managers.bound(LocalDate.now(clock)));
    Map<UUID, CustomerRef> known =
        customers.servedUnder(page.items().stream().map(Alert::customerId).toList());
    return new Page<>(
        page.items().stream().map(alert -> alert.view(known.get(alert.customerId()))).toList(),
        page.nextCursor(),
        page.total());
  }

  public AlertView view(UUID id) {
    return view(seen(book.find(id), id));
  }

  /** A branch sees those of its customers, as it does his accounts. */
  public List<AlertView> openOf(UUID customerId) {
    CustomerRef customer = customers.require(customers.whoIs(customerId));
    Optional<Set<String>> bound =
        CallContext.current().boundBranch().isPresent()
            ? Optional.empty()
            : managers.bound(LocalDate.now(clock));
    return book.open(customers.recordsOf(customer.id())).stream()
        .filter(alert -> shows(bound, alert))
        .map(alert -> alert.view(customer))
        .toList();
  }

  public AlertView see(SeeAlert command) {
    Alert alert = seen(book.findHeld(command.alertId()), command.alertId());
    alert.requireVersion(command.expectedVersion());
    alert.see(CallContext.current().user(), clock.instant());
    book.flush();
    return view(alert);
  }

  public AlertView handle(HandleAlert command) {
    // All that wait about him are held: of two who handle the last two, the second finds none left.
    book.customerOf(command.alertId()).ifPresent(book::holdOpen);
    Alert alert = seen(book.findHeld(command.alertId()), command.alertId());
    alert.requireVersion(command.expectedVersion());
    alert.handle(command.outcome().strip(), CallContext.current().user(), clock.instant());
    book.flush();
    List<UUID> record = List.of(alert.customerId());
    reasons.alertIsHandled(alert.customerId(), () -> book.open(record).isEmpty());
    return view(alert);
  }

  /** The alert, for who may see it; for everybody else there is none. */
  private Alert seen(Optional<Alert> found, UUID id) {
    Optional<Set<String>> bound = managers.bound(LocalDate.now(clock));
    return found
        .filter(alert -> shows(bound, alert))
        .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, id));
  }

  private static boolean shows(Optional<Set<String>> bound, Alert alert) {
    return bound.isEmpty() || bound.get().contains(alert.manager());
  }

  private AlertView view(Alert alert) {
    return alert.view(customers.find(customers.whoIs(alert.customerId())).orElse(null));
  }
}
