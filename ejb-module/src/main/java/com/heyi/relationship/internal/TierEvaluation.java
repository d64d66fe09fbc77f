package com.heyi.relationship.internal;

import com.heyi.accounts.CustomerBase;
import com.heyi.imports.CustomerBatch;
import com.heyi.imports.ImportOutcome;
import com.heyi.imports.ImportRecord;
import com.heyi.relationship.RelationshipError;
import com.heyi.relationship.TierChangeKind;
import com.heyi.relationship.TierFigures;
import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.AuditSink;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Change;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The batch that places customers in tiers. Whoever was placed for the day is left alone, so a list
 * may be worked off twice. A slice asks each module once for all its customers.
 */
@ApplicationScoped
public class TierEvaluation extends CustomerBatch {
  static final String KIND = "tier-evaluation";
  private static final String DAY = "day";

  private RuleBook rules;
  private Standings standings;
  private Gathering gathering;
  private CustomerBase base;
  private ActivityMonths months;
  private Reasons reasons;
  private AuditSink audit;
  private Clock clock;

  protected TierEvaluation() {
    super(KIND, DAY);
  }

  @Inject
  public TierEvaluation(
      RuleBook rules,
      Standings standings,
      Gathering gathering,
      CustomerBase base,
      ActivityMonths months,
      Reasons reasons,
      AuditSink audit,
      Clock clock) {
    this();
    this.rules = rules;
    this.standings = standings;
    this.gathering = gathering;
    this.base = base;
    this.months = months;
    this.reasons = reasons;
    this.audit = audit;
    this.clock = clock;
  }

  /** The list that the batch works off. */
  static Iterator<String> list(LocalDate day, Iterator<UUID> customers) {
    return list(DAY, day, customers);
  }

  @Override
  protected ImportOutcome work(String said, List<ImportRecord> rows) {
    Optional<LocalDate> day = day(said);
    if (day.isEmpty()) {
      return ImportOutcome.allRejected(rows, RelationshipError.LINE.code());
    }
    ImportOutcome outcome = ImportOutcome.loaded(0);
    List<UUID> customers = new ArrayList<>();
    for (ImportRecord row : rows) {
      Optional<UUID> customer = customer(row);
      if (customer.isEmpty()) {
        outcome = outcome.plus(ImportOutcome.rejected(row, RelationshipError.LINE.code()));
      } else {
        customers.add(customer.get());
      }
    }
    int placed = place(day.get(), new HashSet<>(customers));
    return outcome.plus(new ImportOutcome(placed, customers.size() - placed, List.of()));
  }

  /** Places those who were not placed for the day yet; answers how many. */
  private int place(LocalDate day, Set<UUID> customers) {
    TierSet set = rules.on(day);
    Set<UUID> served = base.keep(customers);
    Map<UUID, Standing> before = standings.hold(served);
    Set<UUID> due = new HashSet<>(served);
    before.values().stream()
        .filter(standing -> !standing.evaluatedFor().isBefore(day))
        .forEach(standing -> due.remove(standing.id()));
    Map<UUID, Gathering.Known> known = gathering.of(due, set, day);
    List<Standing> placed = new ArrayList<>();
    known.forEach((id, his) -> placed.add(place(id, before.get(id), his.figures(), set, day)));
    reasons.placed(placed, set, day);
    months.keep(known.values());
    return known.size();
  }

  private Standing place(
      UUID customer, Standing before, TierFigures figures, TierSet set, LocalDate day) {
    String had = before == null ? null : before.placement().tier();
    Placement.Decision decision =
        before == null
            ? Placement.first(set, figures, day)
            : before.placement().decide(set, figures, day);
    Standing standing = before;
    if (standing == null) {
      standing = new Standing(customer, decision.after(), figures, set, day);
      standings.add(standing);
    } else {
      standing.placed(decision.after(), figures, set, day);
    }
    decision
        .changed()
        .ifPresent(
            kind -> {
              standings.add(
                  new TierChange(
                      customer,
                      kind,
                      had,
                      decision.after().tier(),
                      day,
                      figures,
                      set.validFrom(),
                      decision.until(),
                      null,
                      clock.instant(),
                      CallContext.current().user()));
              record(customer, kind, had, decision);
            });
    return standing;
  }

  /** The first placing of everybody is told by the run and its rows; what moves him, by a row. */
  private void record(UUID customer, TierChangeKind kind, String had, Placement.Decision decision) {
    if (kind == TierChangeKind.FIRST) {
      return;
    }
    List<Change> changes = new ArrayList<>();
    changes.add(new Change("standing", customer.toString(), "kind", null, kind.name()));
    if (!decision.after().tier().equals(had)) {
      changes.add(
          new Change("standing", customer.toString(), "tier", had, decision.after().tier()));
    }
    if (decision.until() != null) {
      changes.add(
          new Change(
              "standing", customer.toString(), "graceUntil", null, decision.until().toString()));
    }
    audit.record(
        AuditEvent.done(
            CallContext.current(), "relationship", "tier.place", "customer:" + customer, changes));
  }

  private Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text)).filter(day -> !day.isAfter(LocalDate.now(clock)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
