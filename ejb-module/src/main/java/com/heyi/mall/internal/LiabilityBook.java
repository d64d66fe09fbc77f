package com.heyi.mall.internal;

import com.heyi.mall.EntryKind;
import com.heyi.mall.Liability;
import com.heyi.mall.LiabilityChange;
import com.heyi.mall.LiabilityParameter;
import com.heyi.mall.MallError;
import com.heyi.mall.PointsHolder;
import com.heyi.mall.SetLiabilityParameter;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What outstanding points are worth, by dated figures. */
@ApplicationScoped
public class LiabilityBook {
  private static final String OWED =
      " from mall.ledger_entry e join mall.posting p on p.entry_id = e.id"
          + " where p.account in ('CUSTOMER', 'HELD', 'LOCKED')";

  private static final String HOLDERS =
      "select e.customer_id, sum(p.amount)::bigint as rank"
          + OWED
          + " and e.effective_on <= ? group by e.customer_id having sum(p.amount) <> 0";

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;

  protected LiabilityBook() {}

  LiabilityBook(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
  }

  /**
   * Liability and breakage at the end of each of the latest months, and today.
   *
   * @param months how many ends of months before today
   */
  public Liability liability(int months) {
    LocalDate today = LocalDate.now(clock);
    NavigableMap<YearMonth, Long> outstanding = outstandingByMonth(today);
    List<Liability.Day> days = new ArrayList<>();
    for (int back = months; back >= 1; back--) {
      YearMonth month = YearMonth.from(today).minusMonths(back);
      days.add(day(month.atEndOfMonth(), outstanding.floorEntry(month)));
    }
    days.add(day(today, outstanding.lastEntry()));
    return new Liability(days);
  }

  private Liability.Day day(LocalDate on, Map.Entry<YearMonth, Long> sofar) {
    return day(on, sofar == null ? 0 : sofar.getValue());
  }

  private Liability.Day day(LocalDate on, long points) {
    LiabilityParameter parameter = on(on);
    return new Liability.Day(
        on,
        points,
        parameter.costPerPoint(),
        parameter.redemptionRate(),
        parameter.liability(points),
        parameter.breakage(points));
  }

  /** What is with customers at the end of each month in which something happened. */
  private NavigableMap<YearMonth, Long> outstandingByMonth(LocalDate today) {
    NavigableMap<YearMonth, Long> byMonth = new TreeMap<>();
    new Sql(em)
        .list(
            row -> byMonth.put(YearMonth.from(Sql.day(row, "month")), row.getLong("outstanding")),
            "select month, (sum(change) over (order by month))::bigint as outstanding from ("
                + "select date_trunc('month', e.effective_on)::date as month,"
                + " sum(p.amount) as change"
                + OWED
                + " and e.effective_on <= ?"
                + " group by 1) m order by month",
            today);
    return byMonth;
  }

  /**
   * How the outstanding points came to what they are on a day from the end of the month before.
   *
   * @param on not after today
   */
  public LiabilityChange change(LocalDate on) {
    LocalDate before = on.withDayOfMonth(1).minusDays(1);
    List<LiabilityChange.Movement> movements =
        new Sql(em)
            .list(
                row ->
                    new LiabilityChange.Movement(
                        EntryKind.valueOf(row.getString("kind")),
                        row.getLong("entries"),
                        row.getLong("points")),
                "select e.kind, count(distinct e.id) as entries, sum(p.amount)::bigint as points"
                    + OWED
                    + " and e.effective_on > ? and e.effective_on <= ? group by e.kind"
                    + " having sum(p.amount) <> 0 order by abs(sum(p.amount)) desc, e.kind",
                before,
                on);
    // What is left on the day follows: the ledger since its beginning is added up once.
    long earlier = outstanding(before);
    long moved = movements.stream().mapToLong(LiabilityChange.Movement::points).sum();
    return new LiabilityChange(day(before, earlier), day(on, earlier + moved), movements);
  }

  private long outstanding(LocalDate on) {
    return new Sql(em)
        .one(
            row -> row.getLong(1),
            "select coalesce(sum(p.amount), 0)::bigint" + OWED + " and e.effective_on <= ?",
            on)
        .orElseThrow();
  }

  /** Who has the points that are outstanding on a day, most first; names are not told here. */
  public Page<PointsHolder> holders(LocalDate on, PageRequest request) {
    return Ranked.page(em, request, LiabilityBook::holder, HOLDERS, on);
  }

  /** The same in one list, so many at most. */
  public List<PointsHolder> holders(LocalDate on, int most) {
    return Ranked.first(em, most, LiabilityBook::holder, HOLDERS, on);
  }

  private static PointsHolder holder(ResultSet row) throws SQLException {
    return new PointsHolder(Sql.uuid(row, "customer_id"), null, null, row.getLong("rank"));
  }

  /**
   * The figures that count on a day.
   *
   * @param day the day, or null for today
   */
  public LiabilityParameter on(LocalDate day) {
    LocalDate on = day == null ? LocalDate.now(clock) : day;
    List<LiabilityParameter> all = list();
    return all.stream()
        .filter(parameter -> !parameter.validFrom().isAfter(on))
        .findFirst()
        .orElseGet(() -> all.get(all.size() - 1));
  }

  /** All that were ever set, the newest first. */
  public List<LiabilityParameter> list() {
    return new Sql(em)
        .list(
            row ->
                new LiabilityParameter(
                    Sql.day(row, "valid_from"),
                    row.getBigDecimal("cost_per_point"),
                    row.getBigDecimal("redemption_rate"),
                    row.getString("source"),
                    Sql.instant(row, "set_at"),
                    row.getString("set_by")),
            "select * from mall.liability_parameter order by valid_from desc");
  }

  /**
   * Sets the figures from a day on.
   *
   * @throws HeyiException {@link MallError#RULE_PAST}, {@link MallError#RULE_DUPLICATE}
   */
  public LiabilityParameter set(SetLiabilityParameter command) {
    if (command.validFrom().isBefore(LocalDate.now(clock))) {
      throw new HeyiException(MallError.RULE_PAST, command.validFrom());
    }
    int written =
        new Sql(em)
            .write(
                "insert into mall.liability_parameter (valid_from, cost_per_point, redemption_rate,"
                    + " source, set_at, set_by) values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                command.validFrom(),
                command.costPerPoint(),
                command.redemptionRate(),
                command.source().strip(),
                clock.instant(),
                CallContext.current().user());
    if (written == 0) {
      throw new HeyiException(MallError.RULE_DUPLICATE, command.validFrom());
    }
    String day = command.validFrom().toString();
    ChangeLog.note("liability-parameter", day, "costPerPoint", null, command.costPerPoint());
    ChangeLog.note("liability-parameter", day, "redemptionRate", null, command.redemptionRate());
    return on(command.validFrom());
  }
}
