package com.heyi.mall.internal;

import com.heyi.mall.Households;
import com.heyi.mall.MallError;
import com.heyi.mall.Posted;
import com.heyi.mall.TransferPoints;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.persistence.Sql;
import com.heyi.shared.value.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Gives points of one member of a household to another; their last days go with them. */
@ApplicationScoped
public class Transfers {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private Ledger ledger;
  @Inject private Households households;

  protected Transfers() {}

  Transfers(EntityManager em, Clock clock, Households households) {
    this.em = em;
    this.clock = clock;
    this.ledger = new Ledger(em, clock);
    this.households = households;
  }

  /**
   * @return the entry of the one who gives
   * @throws HeyiException {@link MallError#TRANSFER_SELF}, {@link MallError#TRANSFER_STRANGER},
   *     {@link MallError#POINTS_OUT_OF_RANGE}, {@link MallError#POINTS_INSUFFICIENT}
   */
  public Posted transfer(TransferPoints command) {
    UUID from = command.customerId();
    UUID to = command.toCustomerId();
    requireKin(from, to);
    if (command.points().isZero()) {
      throw new HeyiException(MallError.POINTS_OUT_OF_RANGE, 1, Long.MAX_VALUE);
    }
    LocalDate today = LocalDate.now(clock);
    // Always in the same order, so that two who give to each other never wait in a ring.
    boolean giverFirst = from.compareTo(to) < 0;
    Ledger.Held first = ledger.hold(giverFirst ? from : to, today);
    Ledger.Held second = ledger.hold(giverFirst ? to : from, today);
    Ledger.Held giver = giverFirst ? first : second;
    Ledger.Held taker = giverFirst ? second : first;
    String reason = command.reason().strip();
    List<Taken> taken = giver.wallet().take(command.points());
    List<Lot> lots =
        taken.stream()
            .map(part -> giver.wallet().lot(part.lotId()).transferred(part.points(), today))
            .map(taker.wallet()::add)
            .toList();
    Entry sent = Entry.send(from, taken, reason, today);
    Entry received = Entry.receive(to, lots, reason, today);
    ledger.write(giver, sent);
    ledger.write(taker, received);
    new Sql(em)
        .write(
            "insert into mall.transfer (id, sent_entry, received_entry, points, transferred_at,"
                + " transferred_by) values (?, ?, ?, ?, ?, ?)",
            Ids.next(),
            sent.id(),
            received.id(),
            command.points(),
            clock.instant(),
            CallContext.current().user());
    return Entries.booked(sent, giver.wallet());
  }

  private void requireKin(UUID from, UUID to) {
    if (from.equals(to)) {
      throw new HeyiException(MallError.TRANSFER_SELF);
    }
    if (!households.share(from, to)) {
      throw new HeyiException(MallError.TRANSFER_STRANGER);
    }
  }
}
