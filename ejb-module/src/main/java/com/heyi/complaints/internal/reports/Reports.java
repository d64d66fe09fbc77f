package com.heyi.complaints.internal.reports;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.complaints.internal.Complaint;
import com.heyi.complaints.internal.Complaints;
import com.heyi.complaints.reports.AgeBand;
import com.heyi.complaints.reports.Ageing;
import com.heyi.complaints.reports.HeatMap;
import com.heyi.complaints.reports.ReportBy;
import com.heyi.complaints.reports.ReportCounts;
import com.heyi.complaints.reports.ReportFilter;
import com.heyi.complaints.reports.ReportMeasure;
import com.heyi.complaints.reports.ReportTable;
import com.heyi.complaints.reports.UsedBand;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts cases from the cases themselves, at the moment of asking. */
@ApplicationScoped
public class Reports {
  /** More rows than that are not read; their cases are in the total. */
  static final int MOST_ROWS = 200;

  static final int MOST_BRANCHES = 40;
  static final int MOST_PRODUCTS = 12;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private CustomerDirectory customers;

  protected Reports() {}

  /** For tests that bring their own. */
  public Reports(EntityManager em, Clock clock, CustomerDirectory customers) {
    this.em = em;
    this.clock = clock;
    this.customers = customers;
  }

  /** The clock in the zone whose days count for this case. */
  public Clock clockOf(Complaint complaint) {
    return new Complaints(em, clock).clockOf(complaint);
  }

  /** All measures, row by row and together. */
  public ReportTable table(ReportFilter filter, ReportBy by) {
    sortInMemory();
    Counted counted = Counted.of(filter, clock).knowing(customers.mergedRecords());
    String measures =
        Arrays.stream(ReportMeasure.values())
            .map(
                measure ->
                    "count(*) filter (where " + counted.sql(measure) + ") as " + measure.name())
            .collect(Collectors.joining(", "));
    List<Row> found =
        counted.rows(
            em,
            "select " + Counted.column(by) + " as key, " + measures,
            " group by 1 order by 2 desc, 1");
    List<ReportTable.Row> rows =
        found.stream().map(row -> new ReportTable.Row(key(row.text("key")), counts(row))).toList();
    ReportCounts total =
        rows.stream().map(ReportTable.Row::counts).reduce(ReportCounts.NONE, ReportCounts::plus);
    List<ReportTable.Row> shown =
        rows.stream()
            .limit(MOST_ROWS)
            .sorted(Comparator.comparing(ReportTable.Row::key, by.order()))
            .toList();
    return new ReportTable(by, shown, total, rows.size() - shown.size());
  }

  /** Received cases by branch and product. */
  public HeatMap heatMap(ReportFilter filter) {
    Map<String, Map<String, Long>> byBranch = new LinkedHashMap<>();
    Map<String, Long> byProduct = new HashMap<>();
    for (Row row :
        Counted.of(filter, clock)
            .rows(em, "select c.branch, c.product, count(*) as cases", " group by 1, 2")) {
      String branch = key(row.text("branch"));
      String product = row.text("product");
      byBranch.computeIfAbsent(branch, any -> new HashMap<>()).put(product, row.number("cases"));
      byProduct.merge(product, row.number("cases"), Long::sum);
    }
    List<String> products = fullest(byProduct, MOST_PRODUCTS);
    Map<String, Long> sums = new HashMap<>();
    byBranch.forEach(
        (branch, cells) -> sums.put(branch, cells.values().stream().mapToLong(n -> n).sum()));
    List<HeatMap.Row> rows =
        fullest(sums, MOST_BRANCHES).stream()
            .map(
                branch ->
                    new HeatMap.Row(
                        branch,
                        products.stream()
                            .map(product -> byBranch.get(branch).getOrDefault(product, 0L))
                            .toList()))
            .toList();
    long total = sums.values().stream().mapToLong(n -> n).sum();
    long shown = cells(rows).mapToLong(n -> n).sum();
    return new HeatMap(
        products, rows, cells(rows).mapToLong(n -> n).max().orElse(0), total, total - shown);
  }

  /** The open cases by age and use of the nearest clock, whenever they were received. */
  public Ageing ageing(ReportFilter filter) {
    String age = bands(AgeBand.values(), Counted::sql);
    String used = bands(UsedBand.values(), Counted::sql);
    List<Ageing.Cell> cells =
        ofAnyTime(filter)
            .open(null, null)
            .rows(
                em,
                "select " + age + " as age, " + used + " as used, count(*) as cases",
                " group by 1, 2")
            .stream()
            .map(
                row ->
                    new Ageing.Cell(
                        row.constant("age", AgeBand.class),
                        row.constant("used", UsedBand.class),
                        row.number("cases")))
            .toList();
    return new Ageing(clock.instant(), cells);
  }

  /** Lets this transaction sort a year's cases without writing them to the disk. */
  private void sortInMemory() {
    em.createNativeQuery("select set_config('work_mem', '64MB', true)").getSingleResult();
  }

  private Counted ofAnyTime(ReportFilter filter) {
    return Counted.all(clock)
        .where(ReportBy.BRANCH, filter.branch())
        .where(ReportBy.PRODUCT, filter.product())
        .where(ReportBy.CHANNEL, filter.channel() == null ? null : filter.channel().name());
  }

  /** The cases behind a figure, those received last first. */
  public Page<Complaint> cases(CasesAsked asked, PageRequest request) {
    Counted counted =
        asked.ageing() ? ofAnyTime(asked.filter()) : Counted.of(asked.filter(), clock);
    counted.knowing(customers.mergedRecords());
    asked.keys().forEach(counted::where);
    if (asked.ageing()) {
      counted.open(asked.age(), asked.used());
    }
    counted.where(asked.measure());
    sortInMemory();
    Long total =
        request.withTotal()
            ? counted.rows(em, "select count(*) as cases", "").get(0).number("cases")
            : null;
    CasesCursor.of(request)
        .ifPresent(
            at ->
                counted
                    .and("(c.received_at, c.id) < (:lastAt, :lastId)")
                    .with("lastAt", at.receivedAt())
                    .with("lastId", at.id()));
    String sql = "select c.id" + counted.from() + " order by c.received_at desc, c.id desc";
    List<UUID> ids =
        counted
            .bound(NamedSql.values(em, sql, UUID.class), sql)
            .setFirstResult(request.offset())
            .setMaxResults(request.limit() + 1)
            .getResultList();
    boolean more = ids.size() > request.limit();
    List<Complaint> cases = load(more ? ids.subList(0, request.limit()) : ids);
    String next = more ? CasesCursor.after(cases.get(cases.size() - 1)).write() : null;
    return new Page<>(cases, next, total);
  }

  private List<Complaint> load(List<UUID> ids) {
    Map<UUID, Complaint> found =
        em.createQuery("select c from Complaint c where c.id in :ids", Complaint.class)
            .setParameter("ids", ids)
            .getResultStream()
            .collect(Collectors.toMap(Complaint::id, Function.identity()));
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  private static <B extends Enum<B>> String bands(B[] bands, Function<B, String> sql) {
    return Arrays.stream(bands)
        .map(band -> " when " + sql.apply(band) + " then '" + band.name() + "'")
        .collect(Collectors.joining("", "case", " end"));
  }

  private static List<String> fullest(Map<String, Long> sums, int most) {
    return sums.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Stream<Long> cells(List<HeatMap.Row> rows) {
    return rows.stream().flatMap(row -> row.cases().stream());
  }

  private static ReportCounts counts(Row row) {
    List<Long> counts = new ArrayList<>();
    for (ReportMeasure measure : ReportMeasure.values()) {
      counts.add(row.number(measure.name()));
    }
    return new ReportCounts(
        counts.get(0),
        counts.get(1),
        counts.get(2),
        counts.get(3),
        counts.get(4),
        counts.get(5),
        counts.get(6),
        counts.get(7),
        counts.get(8),
        counts.get(9));
  }

  static String key(String value) {
    return value == null ? ReportFilter.NOT_STATED : value;
  }
}
