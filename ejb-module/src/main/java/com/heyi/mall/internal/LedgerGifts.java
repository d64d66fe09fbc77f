package com.heyi.mall.internal;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.mall.GrantPoints;
import com.heyi.mall.GrantView;
import com.heyi.mall.LedgerAccount;
import com.heyi.mall.MallError;
import com.heyi.mall.PointsGifts;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.persistence.Sql;
import com.heyi.shared.value.Points;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/** Books other modules' gifts of points in the ledger. */
@ApplicationScoped
public class LedgerGifts implements PointsGifts {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private PointsDesk desk;
  @Inject private Ledger ledger;
  @Inject private Gathering gathering;
  @Inject private Clock clock;

  protected LedgerGifts() {}

  LedgerGifts(EntityManager em, PointsDesk desk, Clock clock, CustomerDirectory customers) {
    this.em = em;
    this.desk = desk;
    this.ledger = new Ledger(em, clock);
    this.gathering = new Gathering(em, clock, customers);
    this.clock = clock;
  }

  @Override
  public GrantView give(UUID customerId, Points points, String reason) {
    return desk.grant(new GrantPoints(customerId, points, reason, null));
  }

  @Override
  public void takeBack(UUID customerId, UUID entryId, String reason) {
    LocalDate today = LocalDate.now(clock);
    UUID lotId = lotOf(customerId, entryId);
    Whereabouts held = gathering.hold(lotId);
    if (gathering.isTakenBack(entryId)) {
      throw new HeyiException(MallError.GIFT_TAKEN_BACK);
    }
    Points given = ledger.look(customerId, today, Set.of(lotId)).lot(lotId).granted();
    Points left = gathering.within(customerId, held);
    if (!left.equals(given)) {
      throw new HeyiException(MallError.GIFT_SPENT, given.amount(), left.amount());
    }
    gathering.gather(customerId, held, reason);
    Wallet wallet = ledger.look(customerId, today, Set.of(lotId));
    Lot lot = wallet.lot(lotId);
    lot.take(given);
    ledger.write(wallet, Entry.revoke(customerId, lot, entryId, reason, today));
  }

  @Override
  public Undone undo(UUID customerId, UUID entryId, String reason) {
    LocalDate today = LocalDate.now(clock);
    UUID lotId = lotOf(customerId, entryId);
    Whereabouts held = gathering.hold(lotId);
    if (gathering.isTakenBack(entryId)) {
      return new Undone(Points.ZERO, Points.ZERO);
    }
    Whereabouts found = gathering.gather(customerId, held, reason);
    Wallet wallet = ledger.look(customerId, today, Set.of(lotId));
    Lot lot = wallet.lot(lotId);
    Points kept = lot.granted().minus(found.lost(today));
    ReversedGrant undone = ReversedGrant.of(wallet, lot, kept, true);
    ledger.write(
        wallet,
        Entry.reverse(
            customerId,
            entryId,
            LedgerAccount.ISSUED,
            reason,
            today,
            undone.taken(),
            undone.fromLocked()));
    return new Undone(kept.minus(undone.waived()), undone.waived());
  }

  private UUID lotOf(UUID customerId, UUID entryId) {
    return new Sql(em)
        .one(
            row -> Sql.uuid(row, "lot_id"),
            "select p.lot_id from mall.posting p join mall.ledger_entry e on e.id = p.entry_id"
                + " where e.id = ? and e.customer_id = ? and e.kind = 'GRANT'"
                + " and p.account = 'CUSTOMER'",
            entryId,
            customerId)
        .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, entryId));
  }
}
