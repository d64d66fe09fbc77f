package com.heyi.relationship.internal;

import com.heyi.relationship.RelationshipError;
import com.heyi.relationship.SetTierRules;
import com.heyi.relationship.TierDemand;
import com.heyi.relationship.TierRule;
import com.heyi.relationship.TierRulesView;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tiers and their rules, as dated sets. */
@ApplicationScoped
public class RuleBook {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;

  protected RuleBook() {}

  public RuleBook(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
  }

  /** All sets that were ever set, the newest first. */
  public List<TierRulesView> list() {
    LocalDate today = LocalDate.now(clock);
    Map<LocalDate, List<TierRule>> tiers = tiers();
    List<TierRulesView> all = new ArrayList<>();
    List<Row> rows =
        NamedSql.rows(
                em,
                "select valid_from, grace_days, activity_months, points_months, near_percent,"
                    + " source, set_at, set_by from relationship.tier_rules"
                    + " order by valid_from desc")
            .getResultList();
    boolean found = false;
    for (Row row : rows) {
      LocalDate from = row.day("valid_from");
      boolean inForce = !found && !from.isAfter(today);
      found |= inForce;
      all.add(
          new TierRulesView(
              from,
              row.whole("grace_days"),
              row.whole("activity_months"),
              row.wholeOrNull("points_months"),
              row.whole("near_percent"),
              tiers.get(from),
              row.text("source"),
              row.instant("set_at"),
              row.text("set_by"),
              inForce));
    }
    return all;
  }

  /** The set that holds on a day. */
  TierSet on(LocalDate day) {
    return list().stream()
        .filter(set -> !set.validFrom().isAfter(day))
        .findFirst()
        .map(RuleBook::asSet)
        .orElseThrow(() -> new IllegalStateException("No tiers hold on " + day));
  }

  private static TierSet asSet(TierRulesView view) {
    return new TierSet(
        view.validFrom(),
        view.graceDays(),
        view.activityMonths(),
        view.pointsMonths(),
        view.nearPercent(),
        view.tiers());
  }

  /**
   * The set of a command, checked but not stored.
   *
   * @throws HeyiException {@link RelationshipError}
   */
  TierSet checked(SetTierRules command) {
    LocalDate earliest = LocalDate.now(clock).plusDays(1);
    if (command.validFrom().isBefore(earliest)) {
      throw new HeyiException(RelationshipError.RULES_PAST, earliest);
    }
    TierSet set =
        new TierSet(
            command.validFrom(),
            command.graceDays(),
            command.activityMonths(),
            command.pointsMonths(),
            command.nearPercent(),
            command.tiers());
    TiersStandOnEachOther.check(set);
    return set;
  }

  /**
   * @throws HeyiException {@link RelationshipError}
   */
  public TierRulesView set(SetTierRules command) {
    TierSet set = checked(command);
    int added =
        em.createNativeQuery(
                "insert into relationship.tier_rules (valid_from, grace_days, activity_months,"
                    + " points_months, near_percent, source, set_at, set_by) values (:from, :grace,"
                    + " :activity, cast(:points as int), :near, :source, :now, :by)"
                    + " on conflict do nothing")
            .setParameter("from", set.validFrom())
            .setParameter("grace", set.graceDays())
            .setParameter("activity", set.activityMonths())
            .setParameter("points", set.pointsMonths())
            .setParameter("near", set.nearPercent())
            .setParameter("source", command.source().strip())
            .setParameter("now", clock.instant())
            .setParameter("by", CallContext.current().user())
            .executeUpdate();
    if (added == 0) {
      throw new HeyiException(RelationshipError.RULES_DUPLICATE);
    }
    set.tiers().forEach(tier -> insert(set.validFrom(), tier));
    note(set);
    return list().stream()
        .filter(view -> view.validFrom().equals(set.validFrom()))
        .findFirst()
        .orElseThrow();
  }

  /** What the second person sees: each figure beside what holds until then. */
  private void note(TierSet set) {
    TierSet before = on(set.validFrom().minusDays(1));
    LocalDate id = set.validFrom();
    ChangeLog.note("tier-rules", id, "graceDays", before.graceDays(), set.graceDays());
    ChangeLog.note(
        "tier-rules", id, "activityMonths", before.activityMonths(), set.activityMonths());
    ChangeLog.note("tier-rules", id, "pointsMonths", before.pointsMonths(), set.pointsMonths());
    ChangeLog.note("tier-rules", id, "nearPercent", before.nearPercent(), set.nearPercent());
    set.tiers()
        .forEach(
            tier ->
                ChangeLog.note(
                    "tier-rules",
                    id,
                    tier.code(),
                    before.find(tier.code()).map(RuleBook::inWords).orElse(null),
                    inWords(tier)));
    before.tiers().stream()
        .filter(tier -> set.find(tier.code()).isEmpty())
        .forEach(tier -> ChangeLog.note("tier-rules", id, tier.code(), inWords(tier), null));
  }

  private static String inWords(TierRule tier) {
    List<String> words = new ArrayList<>(List.of(tier.rank() + " " + tier.demands()));
    if (tier.assets() != null) {
      words.add("CNY " + tier.assets().amount().toPlainString());
    }
    if (tier.activity() != null) {
      words.add("activity " + tier.activity());
    }
    if (tier.points() != null) {
      words.add("points " + tier.points().amount());
    }
    return String.join(", ", words);
  }

  private void insert(LocalDate from, TierRule tier) {
    em.createNativeQuery(
            "insert into relationship.tier (valid_from, code, rank, name_zh_cn, name_zh_tw,"
                + " name_en, demands, assets, activity, points) values (:from, :code, :rank, :cn,"
                + " :tw, :en, :demands, cast(:assets as numeric), cast(:activity as bigint),"
                + " cast(:points as bigint))")
        .setParameter("from", from)
        .setParameter("code", tier.code())
        .setParameter("rank", tier.rank())
        .setParameter("cn", tier.nameZhCn().strip())
        .setParameter("tw", tier.nameZhTw().strip())
        .setParameter("en", tier.nameEn().strip())
        .setParameter("demands", tier.demands().name())
        .setParameter("assets", tier.assets() == null ? null : tier.assets().amount())
        .setParameter("activity", tier.activity())
        .setParameter("points", tier.points() == null ? null : tier.points().amount())
        .executeUpdate();
  }

  private Map<LocalDate, List<TierRule>> tiers() {
    Map<LocalDate, List<TierRule>> tiers = new LinkedHashMap<>();
    List<Row> rows =
        NamedSql.rows(
                em,
                "select valid_from, code, rank, name_zh_cn, name_zh_tw, name_en, demands, assets,"
                    + " activity, points from relationship.tier order by valid_from, rank")
            .getResultList();
    for (Row row : rows) {
      tiers
          .computeIfAbsent(row.day("valid_from"), from -> new ArrayList<>())
          .add(
              new TierRule(
                  row.text("code"),
                  row.whole("rank"),
                  row.text("name_zh_cn"),
                  row.text("name_zh_tw"),
                  row.text("name_en"),
                  row.constant("demands", TierDemand.class),
                  row.cny("assets"),
                  row.numberOrNull("activity"),
                  row.points("points")));
    }
    return tiers;
  }
}
