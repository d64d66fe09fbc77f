package com.heyi.relationship.internal;

import com.heyi.accounts.CustomerBase;
import com.heyi.shared.persistence.NamedSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Keeps the months in which customers came and did something. A slice is two statements, and writes
 * only what is not there yet.
 */
@ApplicationScoped
public class ActivityMonths {
  private static final String ROWS =
      " unnest(cast(:customers as uuid[]), cast(:months as int[]), cast(:nexts as int[]),"
          + " cast(:cohorts as int[]), cast(:actives as boolean[]))"
          + " as n (customer_id, month, next_month, cohort, active)";

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected ActivityMonths() {}

  public ActivityMonths(EntityManager em) {
    this.em = em;
  }

  /** Writes down what is known of these customers now. */
  void keep(Collection<Gathering.Known> known) {
    List<UUID> customers = new ArrayList<>();
    List<String> months = new ArrayList<>();
    List<String> nexts = new ArrayList<>();
    List<String> cohorts = new ArrayList<>();
    List<String> actives = new ArrayList<>();
    for (Gathering.Known his : known) {
      YearMonth came = came(his);
      NavigableSet<YearMonth> all = new TreeSet<>(his.months());
      all.add(came);
      for (YearMonth month : all) {
        YearMonth next = all.higher(month);
        customers.add(his.member().id());
        months.add(Integer.toString(Months.number(month)));
        nexts.add(next == null ? null : Integer.toString(Months.number(next)));
        cohorts.add(Integer.toString(Months.number(came)));
        actives.add(Boolean.toString(his.months().contains(month)));
      }
    }
    if (customers.isEmpty()) {
      return;
    }
    // What stands under a record that was merged into his counts with his, not beside it.
    List<UUID> records = known.stream().flatMap(his -> his.member().records().stream()).toList();
    bound(
            "delete from relationship.activity a where a.customer_id = any(cast(:ids as uuid[]))"
                + " and not exists (select 1 from"
                + ROWS
                + " where n.customer_id = a.customer_id and n.month = a.month)",
            customers,
            months,
            nexts,
            cohorts,
            actives)
        .setParameter("ids", NamedSql.uuids(records))
        .executeUpdate();
    bound(
            "insert into relationship.activity as a (customer_id, month, next_month, cohort,"
                + " active) select n.customer_id, n.month, n.next_month, n.cohort, n.active from"
                + ROWS
                + " on conflict (customer_id, month) do update set next_month ="
                + " excluded.next_month, cohort = excluded.cohort, active = excluded.active"
                + " where (a.next_month, a.cohort, a.active) is distinct from"
                + " (excluded.next_month, excluded.cohort, excluded.active)",
            customers,
            months,
            nexts,
            cohorts,
            actives)
        .executeUpdate();
  }

  /**
   * The month in which somebody came: into the register, or before it as a customer of the card
   * centre, or whenever he first did something.
   */
  static YearMonth came(Gathering.Known known) {
    CustomerBase.Member member = known.member();
    YearMonth came = YearMonth.from(member.registeredOn());
    if (member.card() != null) {
      came = came.minusMonths(member.card().monthsOnBook());
    }
    return known.months().isEmpty() || came.isBefore(known.months().first())
        ? came
        : known.months().first();
  }

  private Query bound(
      String sql,
      List<UUID> customers,
      List<String> months,
      List<String> nexts,
      List<String> cohorts,
      List<String> actives) {
    return em.createNativeQuery(sql)
        .setParameter("customers", NamedSql.uuids(customers))
        .setParameter("months", months.toArray(String[]::new))
        .setParameter("nexts", nexts.toArray(String[]::new))
        .setParameter("cohorts", cohorts.toArray(String[]::new))
        .setParameter("actives", actives.toArray(String[]::new));
  }
}
