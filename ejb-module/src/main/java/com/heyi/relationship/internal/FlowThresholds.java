package com.heyi.relationship.internal;

import com.heyi.relationship.FlowDirection;
import com.heyi.relationship.FlowThresholdView;
import com.heyi.relationship.RelationshipError;
import com.heyi.relationship.SetFlowThreshold;
import com.heyi.relationship.TierRule;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import com.heyi.shared.value.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** From how much on a manager is alerted, as dated rows by direction and tier. */
@ApplicationScoped
public class FlowThresholds {
  private static final String EVERY = "*";

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private RuleBook rules;
  @Inject private Clock clock;

  protected FlowThresholds() {}

  public FlowThresholds(EntityManager em, RuleBook rules, Clock clock) {
    this.em = em;
    this.rules = rules;
    this.clock = clock;
  }

  /** All that were ever set, by direction and tier, the newest first. */
  public List<FlowThresholdView> list() {
    LocalDate today = LocalDate.now(clock);
    List<Row> rows =
        NamedSql.rows(
                em,
                "select direction, tier, valid_from, amount, source, set_at, set_by"
                    + " from relationship.flow_threshold order by direction, tier, valid_from desc")
            .getResultList();
    Set<String> found = new HashSet<>();
    List<FlowThresholdView> all = new ArrayList<>();
    for (Row row : rows) {
      String tier = row.text("tier");
      String direction = row.text("direction");
      LocalDate from = row.day("valid_from");
      all.add(
          new FlowThresholdView(
              FlowDirection.valueOf(direction),
              EVERY.equals(tier) ? null : tier,
              from,
              row.cny("amount"),
              row.text("source"),
              row.instant("set_at"),
              row.text("set_by"),
              !from.isAfter(today) && found.add(direction + tier)));
    }
    return all;
  }

  /** All of them as they are now, for who asks for many customers. */
  Thresholds read() {
    return new Thresholds(list());
  }

  /**
   * @throws HeyiException {@link RelationshipError}
   */
  public FlowThresholdView set(SetFlowThreshold command) {
    LocalDate earliest = LocalDate.now(clock).plusDays(1);
    if (command.validFrom().isBefore(earliest)) {
      throw new HeyiException(RelationshipError.THRESHOLD_PAST, earliest);
    }
    Money amount = command.amount();
    if (amount != null
        && (!amount.currency().equals(Money.CNY) || amount.isNegative() || amount.isZero())) {
      throw new HeyiException(RelationshipError.THRESHOLD_AMOUNT);
    }
    TierSet set = rules.on(command.validFrom());
    if (command.tier() != null && set.find(command.tier()).isEmpty()) {
      throw new HeyiException(
          RelationshipError.TIER_UNKNOWN,
          command.tier(),
          String.join(", ", set.tiers().stream().map(TierRule::code).toList()));
    }
    Money before =
        read()
            .on(command.direction(), command.tier(), command.validFrom().minusDays(1))
            .orElse(null);
    int added =
        em.createNativeQuery(
                "insert into relationship.flow_threshold (direction, tier, valid_from, amount,"
                    + " source, set_at, set_by) values (:direction, :tier, :from,"
                    + " cast(:amount as numeric), :source, :now, :by) on conflict do nothing")
            .setParameter("direction", command.direction().name())
            .setParameter("tier", command.tier() == null ? EVERY : command.tier())
            .setParameter("from", command.validFrom())
            .setParameter("amount", amount == null ? null : amount.amount())
            .setParameter("source", command.source().strip())
            .setParameter("now", clock.instant())
            .setParameter("by", CallContext.current().user())
            .executeUpdate();
    if (added == 0) {
      throw new HeyiException(RelationshipError.THRESHOLD_DUPLICATE);
    }
    ChangeLog.note(
        "flow-threshold",
        command.direction(),
        command.tier() == null ? EVERY : command.tier(),
        before == null ? null : before.amount(),
        amount == null ? null : amount.amount());
    return list().stream()
        .filter(
            view ->
                view.direction() == command.direction()
                    && Objects.equals(view.tier(), command.tier())
                    && view.validFrom().equals(command.validFrom()))
        .findFirst()
        .orElseThrow();
  }
}
