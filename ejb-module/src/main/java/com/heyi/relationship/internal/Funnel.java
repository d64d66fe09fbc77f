package com.heyi.relationship.internal;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.accounts.CustomerRef;
import com.heyi.relationship.Cohort;
import com.heyi.relationship.FunnelCustomer;
import com.heyi.relationship.FunnelMonth;
import com.heyi.relationship.FunnelSlice;
import com.heyi.relationship.LifecycleStatus;
import com.heyi.relationship.LifecycleView;
import com.heyi.relationship.RelationshipError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.Sort;
import com.heyi.shared.persistence.Listing;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Counts customers by how they are in a month. Each customer has for each month exactly one row of
 * activity that reaches to it: his latest one until then; so a month is one join and no customer is
 * counted twice.
 */
@ApplicationScoped
public class Funnel {
  private static final int USUAL = 24;
  private static final int MOST = 120;

  private static final String MONTHS =
      """
      select m.month,
             count(*) filter (where a.cohort = m.month) as fresh,
             count(*) filter (where a.cohort < m.month and m.month - a.month < m.dormant) as active,
             count(*) filter (where a.cohort < m.month and m.month - a.month >= m.dormant
                                and m.month - a.month < m.lost) as dormant,
             count(*) filter (where a.cohort < m.month and m.month - a.month >= m.lost) as lost
        from unnest(cast(:months as int[]), cast(:dormant as int[]), cast(:lost as int[]))
             as m (month, dormant, lost)
        join relationship.activity a
          on a.month <= m.month and (a.next_month is null or a.next_month > m.month)
       group by m.month
      """;
  private static final String COHORTS =
      """
      select cohort, month - cohort as after, count(*) filter (where active) as active,
             count(*) as rows
        from relationship.activity
       where cohort between :from and :to and month <= :to
       group by 1, 2
      """;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Lifecycles lifecycles;
  @Inject private CustomerDirectory customers;
  @Inject private Clock clock;

  protected Funnel() {}

  public Funnel(EntityManager em, Lifecycles lifecycles, CustomerDirectory customers, Clock clock) {
    this.em = em;
    this.lifecycles = lifecycles;
    this.customers = customers;
    this.clock = clock;
  }

  /** The months that are looked at, checked. */
  private record Span(int from, int to) {
    List<Integer> months() {
      return IntStream.rangeClosed(from, to).boxed().toList();
    }
  }

  private Span span(YearMonth from, YearMonth to) {
    YearMonth last = to == null ? YearMonth.now(clock) : to;
    YearMonth first = from == null ? last.minusMonths(USUAL - 1L) : from;
    Span span = new Span(Months.number(first), Months.number(last));
    if (span.to() < span.from() || span.to() - span.from() >= MOST) {
      throw new HeyiException(RelationshipError.MONTHS, MOST);
    }
    return span;
  }

  public List<FunnelMonth> months(YearMonth from, YearMonth to) {
    Span span = span(from, to);
    List<LifecycleView> all = lifecycles.list();
    List<Row> rows =
        NamedSql.rows(em, MONTHS)
            .setParameter("months", texts(span, month -> month))
            .setParameter(
                "dormant",
                texts(span, month -> Lifecycles.on(all, Months.of(month)).dormantAfter()))
            .setParameter(
                "lost", texts(span, month -> Lifecycles.on(all, Months.of(month)).lostAfter()))
            .getResultList();
    Map<Integer, FunnelMonth> found = new TreeMap<>();
    for (Row row : rows) {
      int month = row.whole("month");
      found.put(
          month,
          new FunnelMonth(
              Months.of(month),
              row.number("fresh"),
              row.number("active"),
              row.number("dormant"),
              row.number("lost")));
    }
    return span.months().stream()
        .map(month -> found.getOrDefault(month, new FunnelMonth(Months.of(month), 0, 0, 0, 0)))
        .toList();
  }

  public List<Cohort> cohorts(YearMonth from, YearMonth to) {
    Span span = span(from, to);
    List<Row> rows =
        NamedSql.rows(em, COHORTS)
            .setParameter("from", span.from())
            .setParameter("to", span.to())
            .getResultList();
    Map<Integer, Map<Integer, Long>> active = new TreeMap<>();
    Map<Integer, Long> sizes = new TreeMap<>();
    for (Row row : rows) {
      int cohort = row.whole("cohort");
      int after = row.whole("after");
      active.computeIfAbsent(cohort, some -> new TreeMap<>()).put(after, row.number("active"));
      if (after == 0) {
        sizes.put(cohort, row.number("rows"));
      }
    }
    List<Cohort> cohorts = new ArrayList<>();
    sizes.forEach(
        (cohort, size) ->
            cohorts.add(
                new Cohort(
                    Months.of(cohort),
                    size,
                    IntStream.rangeClosed(0, span.to() - cohort)
                        .mapToObj(after -> active.get(cohort).getOrDefault(after, 0L))
                        .toList())));
    return cohorts;
  }

  public Page<FunnelCustomer> customers(FunnelSlice slice, PageRequest request) {
    YearMonth asked = slice.month() == null ? YearMonth.now(clock) : slice.month();
    int month = Months.number(asked);
    LifecycleView means = Lifecycles.on(lifecycles.list(), asked);
    Listing<ActivityMonth> listing =
        Listing.of(ActivityMonth.class, Sort.ascending("cohort"))
            .sort("cohort", "cohort")
            .only((cb, root, name, text) -> in(cb, root, slice.status(), month, means), "");
    if (slice.cohort() != null) {
      int cohort = Months.number(slice.cohort());
      listing.only((cb, root, name, text) -> cb.equal(root.get("cohort"), cohort), "");
    }
    Page<ActivityMonth> page = listing.page(em, request, Function.identity());
    Map<UUID, CustomerRef> known =
        customers.findAll(page.items().stream().map(ActivityMonth::customerId).toList());
    return new Page<>(
        page.items().stream().map(row -> row.view(known.get(row.customerId()))).toList(),
        page.nextCursor(),
        page.total());
  }

  private static Predicate in(
      CriteriaBuilder cb,
      Root<ActivityMonth> root,
      LifecycleStatus status,
      int month,
      LifecycleView means) {
    Path<Integer> latest = root.get("month");
    Path<Integer> next = root.get("nextMonth");
    Path<Integer> cohort = root.get("cohort");
    if (status == null) {
      return cb.and(cb.equal(latest, month), cb.isTrue(root.get("active")));
    }
    Predicate reaches = cb.and(cb.le(latest, month), cb.or(cb.isNull(next), cb.gt(next, month)));
    Predicate old = cb.and(reaches, cb.lt(cohort, month));
    int dormant = month - means.dormantAfter();
    int lost = month - means.lostAfter();
    return switch (status) {
      case NEW -> cb.and(reaches, cb.equal(cohort, month));
      case ACTIVE -> cb.and(old, cb.gt(latest, dormant));
      case DORMANT -> cb.and(old, cb.le(latest, dormant), cb.gt(latest, lost));
      case LOST -> cb.and(old, cb.le(latest, lost));
    };
  }

  private static String[] texts(Span span, Function<Integer, Integer> value) {
    return span.months().stream().map(value).map(String::valueOf).toArray(String[]::new);
  }
}
