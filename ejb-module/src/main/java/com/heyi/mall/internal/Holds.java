package com.heyi.mall.internal;

import com.heyi.mall.HoldView;
import com.heyi.mall.MallError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.value.Points;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sets points aside before they are spent: held, then posted in whole or in part, voided, or timed
 * out. Each of these takes the customer's points account first and writes one entry, so a caller
 * that also moves stock does so afterwards.
 */
@ApplicationScoped
public class Holds {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private Ledger ledger;

  @Inject
  @ConfigProperty(name = "heyi.mall.hold.longest-minutes", defaultValue = "10080")
  private long longestMinutes;

  protected Holds() {}

  Holds(EntityManager em, Clock clock, Duration longest) {
    this.em = em;
    this.clock = clock;
    this.ledger = new Ledger(em, clock);
    this.longestMinutes = longest.toMinutes();
  }

  /** A moment as people of the bank read it. */
  private String told(Instant moment) {
    return moment.atZone(clock.getZone()).toOffsetDateTime().toString();
  }

  /**
   * Sets points aside out of the lots that expire first; until they are let go nobody else can use
   * them.
   *
   * @param branch the customer's home branch, or null
   * @param points how many, at least 1
   * @param until the moment from which on they can no longer be posted
   * @param purpose what for, as the customer will read it
   * @return id of the hold
   * @throws HeyiException {@link MallError#POINTS_INSUFFICIENT}, {@link
   *     MallError#POINTS_OUT_OF_RANGE}, {@link MallError#HOLD_UNTIL}
   */
  public UUID place(UUID customerId, String branch, Points points, Instant until, String purpose) {
    Instant now = clock.instant();
    Instant latest = now.plus(Duration.ofMinutes(longestMinutes));
    if (!until.isAfter(now) || until.isAfter(latest)) {
      throw new HeyiException(MallError.HOLD_UNTIL, told(until), told(latest));
    }
    if (points.isZero()) {
      throw new HeyiException(MallError.POINTS_OUT_OF_RANGE, 1, Long.MAX_VALUE);
    }
    LocalDate today = LocalDate.now(clock);
    Ledger.Held held = ledger.hold(customerId, today);
    PointsHold hold = PointsHold.place(held.wallet(), customerId, points, until);
    HoldBook book = new HoldBook(em, clock);
    book.add(hold, branch);
    ledger.write(held, Entry.hold(hold, purpose, today));
    ledger.noteDue(customerId);
    return hold.id();
  }

  /**
   * Spends points of a hold for something that is no order; the rest goes back into its lots.
   *
   * @param points how many, 1 to what is held
   * @param reason what for, or null
   * @return id of the ledger entry, a REDEEM
   * @throws HeyiException {@link com.heyi.shared.facade.CommonError#NOT_FOUND}, {@link
   *     MallError#HOLD_RESOLVED}, {@link MallError#HOLD_AMOUNT}
   */
  public UUID post(UUID holdId, Points points, String reason) {
    return post(holdId, null, List.of(new PointsHold.Wanted(null, points)), reason);
  }

  /**
   * Pays the lines of an order from a hold; the rest goes back into its lots. The order and its
   * lines must be written. What is refunded later is refunded as for an order that was paid at
   * once.
   *
   * @param lines what each line costs; one of 0 is left out of the books
   * @return id of the ledger entry, a REDEEM
   * @throws HeyiException as {@link #post(UUID, Points, String)}
   */
  UUID post(UUID holdId, UUID orderId, List<PointsHold.Wanted> lines) {
    return post(holdId, orderId, lines, null);
  }

  private UUID post(UUID holdId, UUID orderId, List<PointsHold.Wanted> wanted, String reason) {
    Locked locked = lock(holdId);
    PointsHold.Posted posted = locked.hold().post(locked.held().wallet(), wanted, clock.instant());
    Entry entry =
        Entry.postHold(
            locked.hold(), orderId, reason, LocalDate.now(clock), posted.paid(), posted.rest());
    resolve(locked, entry);
    return entry.id();
  }

  /**
   * Lets go what is held; it goes back into its lots.
   *
   * @param why the reason, or null
   * @throws HeyiException {@link com.heyi.shared.facade.CommonError#NOT_FOUND}, {@link
   *     MallError#HOLD_RESOLVED}, also when it has timed out in the meantime
   */
  public void release(UUID holdId, String why) {
    Locked locked = lock(holdId);
    locked.hold().voided(locked.held().wallet(), clock.instant());
    resolve(locked, Entry.release(locked.hold(), why, LocalDate.now(clock)));
  }

  /**
   * One hold, as it is at this moment.
   *
   * @throws HeyiException {@link com.heyi.shared.facade.CommonError#NOT_FOUND}
   */
  public HoldView view(UUID holdId) {
    return new HoldBook(em, clock).view(holdId);
  }

  private record Locked(PointsHold hold, Ledger.Held held) {}

  private Locked lock(UUID holdId) {
    HoldBook book = new HoldBook(em, clock);
    PointsHold before = book.require(holdId);
    Ledger.Held held = ledger.hold(before.customerId(), LocalDate.now(clock), before.lots());
    // Read again: whoever held the account before us may have resolved it.
    return new Locked(book.require(holdId), held);
  }

  private void resolve(Locked locked, Entry entry) {
    ledger.resolve(locked.held(), locked.hold(), entry);
    ledger.noteDue(locked.hold().customerId());
  }
}
