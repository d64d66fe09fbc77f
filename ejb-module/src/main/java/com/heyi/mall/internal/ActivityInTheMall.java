package com.heyi.mall.internal;

import com.heyi.mall.MallActivity;
import com.heyi.shared.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Reads what customers earned from the postings, and what they ordered from their orders. */
@ApplicationScoped
public class ActivityInTheMall implements MallActivity {
  /** The day before every day of a ledger. */
  private static final LocalDate EVER = LocalDate.of(1900, 1, 1);

  private static final String EARNED =
      """
      select e.customer_id,
             greatest(0, coalesce(-sum(p.amount) filter (where p.account in ('ISSUED', 'ADJUSTED')
                                                           and e.effective_on >= ?), 0)
                       - coalesce(sum(p.amount) filter (where p.account = 'LOCKED'
                                                          and l.granted_on >= ?), 0))::bigint as earned
        from mall.ledger_entry e
        join mall.posting p on p.entry_id = e.id
        left join mall.lot l on l.id = p.lot_id
       where e.customer_id = any(?) and e.effective_on <= ?
         and p.account in ('ISSUED', 'ADJUSTED', 'LOCKED')
       group by e.customer_id
      """;
  private static final String ORDERED =
      """
      select o.customer_id, date_trunc('month', o.placed_at at time zone ?)::date as month,
             count(*) filter (where (o.placed_at at time zone ?)::date >= ?) as orders
        from mall.customer_order o
       where o.customer_id = any(?) and (o.placed_at at time zone ?)::date <= ?
         and o.status <> 'CANCELLED'
       group by 1, 2
      """;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;

  protected ActivityInTheMall() {}

  public ActivityInTheMall(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
  }

  @Override
  public Map<UUID, OfCustomer> of(
      Collection<UUID> customers, LocalDate pointsFrom, LocalDate ordersFrom, LocalDate until) {
    if (customers.isEmpty()) {
      return Map.of();
    }
    UUID[] ids = Sql.uuids(customers);
    Sql sql = new Sql(em);
    LocalDate from = pointsFrom == null ? EVER : pointsFrom;
    Map<UUID, Long> earned = new HashMap<>();
    sql.list(
        row -> earned.put(Sql.uuid(row, "customer_id"), row.getLong("earned")),
        EARNED,
        from,
        from,
        ids,
        until);
    Map<UUID, Set<YearMonth>> months = new HashMap<>();
    Map<UUID, Long> orders = new HashMap<>();
    String zone = clock.getZone().getId();
    sql.list(
        row -> {
          UUID customer = Sql.uuid(row, "customer_id");
          months
              .computeIfAbsent(customer, id -> new HashSet<>())
              .add(YearMonth.from(Sql.day(row, "month")));
          return orders.merge(customer, row.getLong("orders"), Long::sum);
        },
        ORDERED,
        zone,
        zone,
        ordersFrom,
        ids,
        zone,
        until);
    Set<UUID> known = new HashSet<>(earned.keySet());
    known.addAll(months.keySet());
    Map<UUID, OfCustomer> found = new HashMap<>();
    for (UUID customer : known) {
      found.put(
          customer,
          new OfCustomer(
              earned.getOrDefault(customer, 0L),
              orders.getOrDefault(customer, 0L),
              months.getOrDefault(customer, Set.of())));
    }
    return found;
  }
}
