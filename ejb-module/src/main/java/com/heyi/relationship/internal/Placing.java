package com.heyi.relationship.internal;

import com.heyi.accounts.CustomerBase;
import com.heyi.accounts.CustomerDirectory;
import com.heyi.accounts.CustomerRef;
import com.heyi.accounts.FilteredByCustomer;
import com.heyi.relationship.DryRun;
import com.heyi.relationship.RelationshipError;
import com.heyi.relationship.SetTierByHand;
import com.heyi.relationship.SetTierRules;
import com.heyi.relationship.StandingView;
import com.heyi.relationship.TierChangeKind;
import com.heyi.relationship.TierChangeView;
import com.heyi.relationship.TierCount;
import com.heyi.relationship.TierRule;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Tells where customers stand, tries out where they would, and places them by hand. */
@ApplicationScoped
public class Placing {
  private static final int AT_A_TIME = 500;

  @Inject private RuleBook rules;
  @Inject private Standings standings;
  @Inject private Gathering gathering;
  @Inject private CustomerBase base;
  @Inject private CustomerDirectory customers;
  @Inject private Clock clock;

  protected Placing() {}

  public Placing(
      RuleBook rules,
      Standings standings,
      Gathering gathering,
      CustomerBase base,
      CustomerDirectory customers,
      Clock clock) {
    this.rules = rules;
    this.standings = standings;
    this.gathering = gathering;
    this.base = base;
    this.customers = customers;
    this.clock = clock;
  }

  /** What other rules would do, were they in force today; slice by slice, so memory stays small. */
  public DryRun tryOut(SetTierRules command) {
    TierSet wanted = rules.checked(command);
    LocalDate today = LocalDate.now(clock);
    Map<String, Map<String, Long>> moves = new TreeMap<>();
    Tally tally = new Tally();
    List<UUID> part = base.after(null, AT_A_TIME);
    while (!part.isEmpty()) {
      Map<UUID, Standing> now = standings.of(part);
      gathering
          .of(part, wanted, today)
          .forEach(
              (id, known) -> {
                String has = Optional.ofNullable(now.get(id)).map(s -> s.tierOn(today)).orElse("");
                TierRule to = wanted.reachedBy(known.figures());
                tally.count(wanted.find(has).map(TierRule::rank).orElse(-1), to.rank(), has);
                moves
                    .computeIfAbsent(has, from -> new LinkedHashMap<>())
                    .merge(to.code(), 1L, Long::sum);
              });
      part = base.after(part.get(part.size() - 1), AT_A_TIME);
    }
    return new DryRun(
        tally.customers,
        tally.rises,
        tally.falls,
        moves.entrySet().stream()
            .flatMap(
                from ->
                    from.getValue().entrySet().stream()
                        .map(
                            to ->
                                new DryRun.Move(
                                    from.getKey().isEmpty() ? null : from.getKey(),
                                    to.getKey(),
                                    to.getValue())))
            .sorted(Comparator.comparingLong(DryRun.Move::customers).reversed())
            .toList());
  }

  private static final class Tally {
    private long customers;
    private long rises;
    private long falls;

    private void count(int has, int gets, String tier) {
      customers++;
      if (!tier.isEmpty() && has >= 0) {
        rises += gets > has ? 1 : 0;
        falls += gets < has ? 1 : 0;
      }
    }
  }

  /** How many have each tier that is in force, the lowest first. */
  public List<TierCount> counts() {
    LocalDate today = LocalDate.now(clock);
    Map<String, TierCount> counts = standings.counts(today);
    return rules.on(today).tiers().stream()
        .map(tier -> counts.getOrDefault(tier.code(), new TierCount(tier.code(), 0, 0, 0)))
        .toList();
  }

  public Page<StandingView> page(PageRequest request) {
    TierSet set = rules.on(LocalDate.now(clock));
    Page<Standing> page =
        standings.page(FilteredByCustomer.byId(request, customers), set.nearPercent());
    Map<UUID, CustomerRef> known =
        customers.findAll(page.items().stream().map(Standing::id).toList());
    return new Page<>(
        page.items().stream()
            .map(standing -> view(standing, known.get(standing.id()), set))
            .toList(),
        page.nextCursor(),
        page.total());
  }

  public Page<TierChangeView> changes(PageRequest request) {
    Page<TierChange> page = standings.changes(FilteredByCustomer.byId(request, customers));
    Map<UUID, CustomerRef> known =
        customers.findAll(page.items().stream().map(TierChange::customerId).toList());
    return new Page<>(
        page.items().stream().map(change -> change.view(known.get(change.customerId()))).toList(),
        page.nextCursor(),
        page.total());
  }

  /**
   * @throws HeyiException {@link RelationshipError#NOT_PLACED}
   */
  public StandingView view(UUID customerId) {
    CustomerRef customer = customers.require(customerId);
    Standing standing = standings.find(customer.id()).orElseThrow(() -> notPlaced(customer));
    return view(standing, customer, rules.on(LocalDate.now(clock)));
  }

  /**
   * @throws HeyiException {@link RelationshipError#TIER_UNKNOWN}, {@link RelationshipError#UNTIL},
   *     {@link RelationshipError#NOT_PLACED}
   */
  public StandingView setByHand(SetTierByHand command) {
    LocalDate today = LocalDate.now(clock);
    CustomerRef customer = customers.requireServed(command.customerId());
    TierSet set = rules.on(today);
    if (set.find(command.tier()).isEmpty()) {
      throw new HeyiException(
          RelationshipError.TIER_UNKNOWN,
          command.tier(),
          String.join(", ", set.tiers().stream().map(TierRule::code).toList()));
    }
    LocalDate last = today.plusYears(1);
    if (command.until().isBefore(today) || command.until().isAfter(last)) {
      throw new HeyiException(RelationshipError.UNTIL, today, last);
    }
    Standing standing = standings.findHeld(customer.id()).orElseThrow(() -> notPlaced(customer));
    standing.requireVersion(command.expectedVersion());
    String had = standing.tierOn(today);
    String reason = command.reason().strip();
    standing.setByHand(command.tier(), command.until(), reason, set, today);
    standings.add(
        new TierChange(
            customer.id(),
            TierChangeKind.BY_HAND,
            had,
            command.tier(),
            today,
            standing.figures(),
            set.validFrom(),
            command.until(),
            reason,
            clock.instant(),
            CallContext.current().user()));
    ChangeLog.note("standing", customer.id(), "tier", had, command.tier());
    ChangeLog.note("standing", customer.id(), "handUntil", null, command.until());
    standings.flush();
    return view(standing, customer, set);
  }

  private StandingView view(Standing standing, CustomerRef customer, TierSet set) {
    LocalDate today = LocalDate.now(clock);
    String tier = standing.tierOn(today);
    Optional<TierRule> next = set.findAbove(tier);
    return new StandingView(
        standing.id(),
        customer == null ? null : customer.number(),
        customer == null ? null : customer.name(),
        tier,
        standing.sinceOn(today),
        standing.earned(),
        standing.isInGraceOn(today) ? standing.graceUntil() : null,
        standing.handUntil() != null && !today.isAfter(standing.handUntil())
            ? standing.handUntil()
            : null,
        standing.handReason(),
        standing.figures(),
        next.map(TierRule::code).orElse(null),
        set.percentToTheNext(tier, standing.figures()),
        next.map(above -> ATierIsReachedByItsThresholds.missing(above, standing.figures()))
            .orElse(null),
        standing.rulesFrom(),
        standing.evaluatedFor(),
        standing.version());
  }

  private static HeyiException notPlaced(CustomerRef customer) {
    return new HeyiException(RelationshipError.NOT_PLACED, customer.number());
  }
}
