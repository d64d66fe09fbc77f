package com.heyi.mall.internal;

import com.heyi.mall.PointsCharges;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.persistence.Sql;
import com.heyi.shared.value.Points;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Charges points by a hold that is posted at once, and gives them back into the lots that paid, so
 * that the books know no second way.
 */
@ApplicationScoped
public class LedgerCharges implements PointsCharges {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Holds holds;
  @Inject private Ledger ledger;
  @Inject private RefundToExpiredLot refundToExpiredLot;
  @Inject private Clock clock;

  protected LedgerCharges() {}

  LedgerCharges(EntityManager em, Holds holds, RefundToExpiredLot refundToExpiredLot, Clock clock) {
    this.em = em;
    this.holds = holds;
    this.ledger = new Ledger(em, clock);
    this.refundToExpiredLot = refundToExpiredLot;
    this.clock = clock;
  }

  @Override
  public UUID charge(UUID customerId, String branch, Points points, String reason) {
    UUID hold =
        holds.place(
            customerId, branch, points, clock.instant().plus(Duration.ofMinutes(1)), reason);
    return holds.post(hold, points, reason);
  }

  @Override
  public GivenBack giveBack(UUID chargeId, Points points, String reason) {
    LocalDate today = LocalDate.now(clock);
    List<Taken> back = lastOf(paid(chargeId), points);
    UUID customerId = customerOf(chargeId);
    Ledger.Held held =
        ledger.hold(customerId, today, back.stream().map(Taken::lotId).distinct().toList());
    List<Refunding.Refund> refunds =
        Refunding.payBack(
            held.wallet(), List.of(new Entry.LinePayment(null, back)), refundToExpiredLot);
    Entry entry = Entry.giveBackFee(customerId, chargeId, reason, today, refunds);
    ledger.write(held, entry);
    new Sql(em)
        .write(
            "insert into mall.fee_refund (entry_id, seq, lot_id, amount, decision, restored_lot_id)"
                + " select ?, r.seq, r.lot_id, r.amount, r.decision, r.restored"
                + " from unnest(?, ?, ?, ?, ?) as r (seq, lot_id, amount, decision, restored)",
            entry.id(),
            Sql.numbers(refunds),
            Sql.uuids(refunds, Refunding.Refund::lotId),
            Sql.longs(refunds, refund -> refund.points().amount()),
            Sql.texts(refunds, Refunding.Refund::decision),
            Sql.uuids(refunds, Refunding.Refund::restoredLotId));
    Points forfeited =
        refunds.stream()
            .filter(refund -> refund.paidInto() == null)
            .map(Refunding.Refund::points)
            .reduce(Points.ZERO, Points::plus);
    return new GivenBack(entry.id(), points.minus(forfeited), forfeited);
  }

  private UUID customerOf(UUID chargeId) {
    return new Sql(em)
        .one(
            row -> Sql.uuid(row, "customer_id"),
            "select customer_id from mall.ledger_entry where id = ? and kind = 'REDEEM'"
                + " and order_id is null",
            chargeId)
        .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, chargeId));
  }

  /** What each lot paid; the one that paid last first. */
  private List<Taken> paid(UUID chargeId) {
    return new Sql(em)
        .list(
            row -> new Taken(Sql.uuid(row, "lot_id"), Sql.points(row, "points")),
            "select lot_id, -amount as points from mall.posting where entry_id = ?"
                + " and account = 'HELD' order by seq desc",
            chargeId);
  }

  /** Paid last is paid back first, so what stays spent are the points that expire soonest. */
  private static List<Taken> lastOf(List<Taken> paid, Points points) {
    List<Taken> back = new ArrayList<>();
    Points open = points;
    for (Taken part : paid) {
      Points share = open.min(part.points());
      if (!share.isZero()) {
        back.add(new Taken(part.lotId(), share));
        open = open.minus(share);
      }
    }
    if (back.isEmpty() || !open.isZero()) {
      throw new IllegalArgumentException("No fee gives back " + points.amount() + " points");
    }
    return back;
  }
}
