package com.heyi.mall.internal;

import com.heyi.mall.HoldStatus;
import com.heyi.mall.HoldView;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.persistence.Sql;
import com.heyi.shared.value.Points;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The rows of holds. Which lots a hold came from stands in the postings of its entry. */
final class HoldBook {
  private static final String WITH_PARTS =
      "select h.id, h.customer_id, h.until, h.status, p.lot_id, p.amount from mall.hold h"
          + " join mall.ledger_entry e on e.hold_id = h.id and e.kind = 'HOLD'"
          + " join mall.posting p on p.entry_id = e.id and p.account = 'HELD' where ";

  private final EntityManager em;
  private final Clock clock;

  HoldBook(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
  }

  void add(PointsHold hold, String branch) {
    new Sql(em)
        .write(
            "insert into mall.hold (id, customer_id, points, until, status, branch, placed_at,"
                + " placed_by) values (?, ?, ?, ?, ?, ?, ?, ?)",
            hold.id(),
            hold.customerId(),
            hold.points(),
            hold.until(),
            hold.status(),
            branch,
            clock.instant(),
            CallContext.current().user());
    note(hold, null, hold.status());
  }

  /** Writes how a hold was resolved; the database refuses a second time. */
  void resolved(PointsHold hold) {
    new Sql(em).write("update mall.hold set status = ? where id = ?", hold.status(), hold.id());
    note(hold, HoldStatus.OPEN, hold.status());
  }

  /**
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  PointsHold require(UUID holdId) {
    return read("h.id = ? order by p.seq", holdId).stream()
        .findFirst()
        .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, String.valueOf(holdId)));
  }

  /**
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  HoldView view(UUID holdId) {
    return new Sql(em)
        .one(
            row -> {
              Points points = Sql.points(row, "points");
              Instant until = Sql.instant(row, "until");
              HoldStatus status = HoldStatus.valueOf(row.getString("status"));
              boolean overdue = status == HoldStatus.OPEN && !clock.instant().isBefore(until);
              return new HoldView(
                  Sql.uuid(row, "id"),
                  Sql.uuid(row, "customer_id"),
                  points,
                  Points.of(
                      status == HoldStatus.POSTED ? points.amount() - row.getLong("rest") : 0),
                  overdue ? HoldStatus.TIMED_OUT : status,
                  until,
                  row.getString("purpose"),
                  Sql.instant(row, "placed_at"),
                  row.getString("placed_by"),
                  Sql.instantOrNull(row, "resolved_at"));
            },
            "select h.*, p.reason as purpose, r.recorded_at as resolved_at, r.amount + coalesce("
                + "(select sum(f.amount) from mall.posting f where f.entry_id = r.id"
                + " and f.account = 'FORFEITED'), 0) as rest"
                + " from mall.hold h join mall.ledger_entry p on p.hold_id = h.id"
                + " and p.kind = 'HOLD' left join mall.ledger_entry r on r.hold_id = h.id"
                + " and r.kind <> 'HOLD' where h.id = ?",
            holdId)
        .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, String.valueOf(holdId)));
  }

  /** The customer's holds that nobody has resolved though their time is over; the oldest first. */
  List<PointsHold> overdue(UUID customerId) {
    return read(
        "h.customer_id = ? and h.status = 'OPEN' and h.until <= ? order by h.until, h.id, p.seq",
        customerId,
        clock.instant());
  }

  /** The customer's holds that are open in the books; the first to end first. */
  List<PointsHold> open(UUID customerId) {
    return read(
        "h.customer_id = ? and h.status = 'OPEN' order by h.until, h.id, p.seq", customerId);
  }

  private List<PointsHold> read(String where, Object... values) {
    record Head(UUID id, UUID customerId, Instant until, HoldStatus status) {}
    Map<Head, List<Taken>> found = new LinkedHashMap<>();
    new Sql(em)
        .list(
            row ->
                found
                    .computeIfAbsent(
                        new Head(
                            Sql.uuid(row, "id"),
                            Sql.uuid(row, "customer_id"),
                            Sql.instant(row, "until"),
                            HoldStatus.valueOf(row.getString("status"))),
                        head -> new ArrayList<>())
                    .add(part(row)),
            WITH_PARTS + where,
            values);
    return found.entrySet().stream()
        .map(
            hold ->
                new PointsHold(
                    hold.getKey().id(),
                    hold.getKey().customerId(),
                    hold.getKey().until(),
                    hold.getKey().status(),
                    hold.getValue()))
        .toList();
  }

  private static Taken part(ResultSet row) throws SQLException {
    return new Taken(Sql.uuid(row, "lot_id"), Points.of(row.getLong("amount")));
  }

  private static void note(PointsHold hold, HoldStatus before, HoldStatus after) {
    ChangeLog.note("hold", hold.id(), "status", before, after);
  }
}
