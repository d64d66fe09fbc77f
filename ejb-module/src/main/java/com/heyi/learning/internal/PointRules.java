package com.heyi.learning.internal;

import com.heyi.learning.Consequence;
import com.heyi.learning.LearningError;
import com.heyi.learning.SetThreshold;
import com.heyi.learning.SetViolationRule;
import com.heyi.learning.ThresholdView;
import com.heyi.learning.ViolationRuleView;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What violations give and what sums lead to, as dated rows. */
@ApplicationScoped
public class PointRules {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;

  protected PointRules() {}

  public PointRules(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
  }

  /** All that were ever set, by code, the newest first. */
  public List<ViolationRuleView> rules() {
    Set<String> found = new HashSet<>();
    List<ViolationRuleView> all = new ArrayList<>();
    for (Row row :
        rows(
            "select code, valid_from, name, points, lapse_months, source, set_by"
                + " from learning.violation_rule order by code, valid_from desc")) {
      String code = row.text("code");
      LocalDate from = day(row);
      all.add(
          new ViolationRuleView(
              code,
              from,
              row.text("name"),
              row.whole("points"),
              row.whole("lapse_months"),
              row.text("source"),
              row.text("set_by"),
              holds(from) && found.add(code)));
    }
    return all;
  }

  /**
   * The rule that holds today.
   *
   * @throws HeyiException {@link LearningError#RULE_UNKNOWN}
   */
  ViolationRuleView inForce(String code) {
    return rules().stream()
        .filter(rule -> rule.inForce() && rule.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new HeyiException(LearningError.RULE_UNKNOWN, code));
  }

  public ViolationRuleView set(SetViolationRule command) {
    requireFromToday(command.validFrom());
    add(
        em.createNativeQuery(
                "insert into learning.violation_rule (code, valid_from, name, points, lapse_months,"
                    + " source, set_by, set_at) values (:code, :from, :name, :points, :months,"
                    + " :source, :by, :now) on conflict do nothing")
            .setParameter("code", command.code())
            .setParameter("name", command.name().strip())
            .setParameter("months", command.lapseMonths()),
        command.points(),
        command.validFrom(),
        command.source());
    note("violation-rule", command.code(), "points", command.points());
    note("violation-rule", command.code(), "lapseMonths", command.lapseMonths());
    note("violation-rule", command.code(), "validFrom", command.validFrom());
    return rules().stream()
        .filter(
            rule ->
                rule.code().equals(command.code()) && rule.validFrom().equals(command.validFrom()))
        .findFirst()
        .orElseThrow();
  }

  /** All thresholds that were ever set, the lowest first, of one the newest first. */
  public List<ThresholdView> thresholds() {
    Set<Integer> found = new HashSet<>();
    List<ThresholdView> all = new ArrayList<>();
    for (Row row :
        rows(
            "select points, valid_from, consequence, source, set_by from learning.threshold"
                + " order by points, valid_from desc")) {
      int points = row.whole("points");
      LocalDate from = day(row);
      all.add(
          new ThresholdView(
              points,
              from,
              row.constant("consequence", Consequence.class),
              row.text("source"),
              row.text("set_by"),
              holds(from) && found.add(points)));
    }
    return all;
  }

  /** The thresholds that hold today and lead to something, the lowest first. */
  List<ThresholdView> holding() {
    return thresholds().stream()
        .filter(one -> one.inForce() && one.consequence() != Consequence.NONE)
        .toList();
  }

  public ThresholdView set(SetThreshold command) {
    requireFromToday(command.validFrom());
    add(
        em.createNativeQuery(
                "insert into learning.threshold (points, valid_from, consequence, source, set_by,"
                    + " set_at) values (:points, :from, :consequence, :source, :by, :now)"
                    + " on conflict do nothing")
            .setParameter("consequence", command.consequence().name()),
        command.points(),
        command.validFrom(),
        command.source());
    note("threshold", command.points(), "consequence", command.consequence());
    note("threshold", command.points(), "validFrom", command.validFrom());
    return thresholds().stream()
        .filter(
            one -> one.points() == command.points() && one.validFrom().equals(command.validFrom()))
        .findFirst()
        .orElseThrow();
  }

  private void add(Query insert, int points, LocalDate from, String source) {
    int added =
        insert
            .setParameter("points", points)
            .setParameter("from", from)
            .setParameter("source", source.strip())
            .setParameter("by", CallContext.current().user())
            .setParameter("now", clock.instant())
            .executeUpdate();
    if (added == 0) {
      throw new HeyiException(LearningError.RULE_DUPLICATE);
    }
  }

  private void requireFromToday(LocalDate from) {
    LocalDate today = LocalDate.now(clock);
    if (from.isBefore(today)) {
      throw CommonError.invalid("validFrom", LearningError.DAY_PAST, today);
    }
  }

  private static void note(String thing, Object id, String field, Object value) {
    ChangeLog.note(thing, id, field, null, value);
  }

  private boolean holds(LocalDate from) {
    return !from.isAfter(LocalDate.now(clock));
  }

  private List<Row> rows(String query) {
    return NamedSql.rows(em, query).getResultList();
  }

  private static LocalDate day(Row row) {
    return row.day("valid_from");
  }
}
