package com.heyi.mall.internal;

import com.heyi.mall.RefundDecision;
import com.heyi.shared.value.Points;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Pays points of cancelled lines, and of fees, back into the lots that they came from. */
final class Refunding {
  private Refunding() {}

  /**
   * Points of a line, what was decided about them, and where they are now.
   *
   * @param lotId the lot they had come from
   * @param restoredLotId the new lot when restored, else null
   */
  record Refund(
      UUID lineId, UUID lotId, Points points, RefundDecision decision, UUID restoredLotId) {

    /** The lot the points are in now, or null when forfeited. */
    UUID paidInto() {
      return switch (decision) {
        case RETURNED -> lotId;
        case RESTORED -> restoredLotId;
        case FORFEITED -> null;
      };
    }
  }

  /**
   * Pays back what lots had paid for lines, or for a fee, whose line is null; points of one expired
   * lot share one new lot, whatever lines they were spent on. Points that were given up when the
   * grant of their lot was reversed are forfeited.
   */
  static List<Refund> payBack(
      Wallet wallet, List<Entry.LinePayment> returns, RefundToExpiredLot policy) {
    Map<UUID, Points> byLot = new LinkedHashMap<>();
    for (Entry.LinePayment line : returns) {
      line.lots().forEach(part -> byLot.merge(part.lotId(), part.points(), Points::plus));
    }
    Map<UUID, Points> gone = new LinkedHashMap<>();
    Map<UUID, RefundDecision> decisions = new LinkedHashMap<>();
    Map<UUID, UUID> restored = new LinkedHashMap<>();
    byLot.forEach(
        (lotId, points) -> {
          Lot lot = wallet.lot(lotId);
          gone.put(lotId, lot.forfeit(points));
          Points back = points.minus(gone.get(lotId));
          RefundDecision decision =
              wallet.isUsable(lot) ? RefundDecision.RETURNED : policy.decision(lot);
          decisions.put(lotId, decision);
          if (decision == RefundDecision.RETURNED) {
            lot.giveBack(back);
          } else if (decision == RefundDecision.RESTORED && !back.isZero()) {
            Lot fresh = lot.restored(back, wallet.today(), policy.restoredUntil(wallet.today()));
            restored.put(lotId, wallet.add(fresh).id());
          }
        });
    List<Refund> refunds = new ArrayList<>();
    for (Entry.LinePayment line : returns) {
      for (Taken part : line.lots()) {
        UUID lotId = part.lotId();
        Points lost = part.points().min(gone.get(lotId));
        gone.put(lotId, gone.get(lotId).minus(lost));
        if (!lost.isZero()) {
          refunds.add(new Refund(line.lineId(), lotId, lost, RefundDecision.FORFEITED, null));
        }
        Points back = part.points().minus(lost);
        if (!back.isZero()) {
          refunds.add(
              new Refund(line.lineId(), lotId, back, decisions.get(lotId), restored.get(lotId)));
        }
      }
    }
    return refunds;
  }
}
