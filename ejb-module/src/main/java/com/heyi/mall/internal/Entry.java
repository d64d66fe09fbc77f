package com.heyi.mall.internal;

import com.heyi.mall.EntryKind;
import com.heyi.mall.LedgerAccount;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Points;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A transaction of the ledger, about to be written. What a customer has is what the bank owes him,
 * so his postings are positive when he gets points; the system's account takes the other side.
 *
 * @param orderId the order it belongs to, or null
 * @param reverses the entry that it reverses in whole or in part, or null
 * @param holdId the hold that it places or resolves, or null
 * @param reason why, or null
 * @param effectiveOn the day for which it counts
 */
record Entry(
    UUID id,
    EntryKind kind,
    UUID customerId,
    UUID orderId,
    UUID reverses,
    UUID holdId,
    String reason,
    LocalDate effectiveOn,
    List<Posting> postings) {

  /**
   * A leg.
   *
   * @param lotId the customer's lot that is in, or held out of; null for the system's accounts
   * @param orderLineId the order line it pays or pays back, or null
   * @param amount signed points, not 0
   */
  record Posting(LedgerAccount account, UUID lotId, UUID orderLineId, long amount) {}

  /**
   * @throws IllegalArgumentException when the postings do not sum to zero
   */
  Entry {
    postings = List.copyOf(postings);
    long sum = 0;
    for (Posting posting : postings) {
      sum = Math.addExact(sum, posting.amount());
    }
    if (sum != 0) {
      throw new IllegalArgumentException("The postings of an entry must sum to zero, not " + sum);
    }
  }

  /** What the entry does to the customer's points. */
  long amount() {
    return postings.stream()
        .filter(posting -> posting.account() == LedgerAccount.CUSTOMER)
        .mapToLong(Posting::amount)
        .sum();
  }

  static Entry grant(UUID customerId, Lot lot, String reason) {
    long points = lot.granted().amount();
    LedgerAccount into = lot.locked().isZero() ? LedgerAccount.CUSTOMER : LedgerAccount.LOCKED;
    return new Entry(
        Ids.next(),
        EntryKind.GRANT,
        customerId,
        null,
        null,
        null,
        reason,
        lot.grantedOn(),
        List.of(
            new Posting(into, lot.id(), null, points),
            new Posting(LedgerAccount.ISSUED, null, null, -points)));
  }

  /** Takes back all points of a lot, by the entry that gave them turned round. */
  static Entry revoke(UUID customerId, Lot lot, UUID grant, String reason, LocalDate on) {
    long points = lot.granted().amount();
    return new Entry(
        Ids.next(),
        EntryKind.REVOKE,
        customerId,
        null,
        grant,
        null,
        reason,
        on,
        List.of(
            new Posting(LedgerAccount.CUSTOMER, lot.id(), null, -points),
            new Posting(LedgerAccount.ISSUED, null, null, points)));
  }

  /**
   * @param paid which lots paid which line
   */
  static Entry redeem(UUID customerId, UUID orderId, LocalDate on, List<LinePayment> paid) {
    List<Posting> postings = new ArrayList<>();
    long total = 0;
    for (LinePayment payment : paid) {
      for (Taken part : payment.lots()) {
        postings.add(customer(part.lotId(), payment.lineId(), -part.points().amount()));
        total = Math.addExact(total, part.points().amount());
      }
    }
    addSystem(postings, LedgerAccount.REDEEMED, total);
    return new Entry(
        Ids.next(), EntryKind.REDEEM, customerId, orderId, null, null, null, on, postings);
  }

  /**
   * @param refunds what goes back to which lot, or is forfeited
   */
  static Entry cancel(
      PlacedOrder order, String reason, LocalDate on, List<Refunding.Refund> refunds) {
    return new Entry(
        Ids.next(),
        EntryKind.CANCEL,
        order.customerId(),
        order.id(),
        order.redeemEntry(),
        null,
        reason,
        on,
        paidBack(refunds));
  }

  /**
   * Gives back of a fee, which is of no order.
   *
   * @param charge the entry that took it
   * @param refunds what goes back to which lot, or is forfeited
   */
  static Entry giveBackFee(
      UUID customerId, UUID charge, String reason, LocalDate on, List<Refunding.Refund> refunds) {
    return new Entry(
        Ids.next(),
        EntryKind.CANCEL,
        customerId,
        null,
        charge,
        null,
        reason,
        on,
        paidBack(refunds));
  }

  private static List<Posting> paidBack(List<Refunding.Refund> refunds) {
    List<Posting> postings = new ArrayList<>();
    long total = 0;
    long forfeited = 0;
    for (Refunding.Refund refund : refunds) {
      long points = refund.points().amount();
      total = Math.addExact(total, points);
      if (refund.paidInto() == null) {
        forfeited += points;
      } else {
        postings.add(customer(refund.paidInto(), refund.lineId(), points));
      }
    }
    addSystem(postings, LedgerAccount.FORFEITED, forfeited);
    addSystem(postings, LedgerAccount.REDEEMED, -total);
    return postings;
  }

  /**
   * Takes back what a grant or a correction upwards gave.
   *
   * @param reversed the entry that gave it
   * @param counterpart the system's account that gave it
   * @param fromLocked what is taken of locked points
   */
  static Entry reverse(
      UUID customerId,
      UUID reversed,
      LedgerAccount counterpart,
      String reason,
      LocalDate on,
      List<Taken> taken,
      List<Taken> fromLocked) {
    List<Posting> postings = new ArrayList<>();
    long total = addTaken(postings, LedgerAccount.CUSTOMER, taken);
    total += addTaken(postings, LedgerAccount.LOCKED, fromLocked);
    addSystem(postings, counterpart, total);
    return new Entry(
        Ids.next(), EntryKind.REVOKE, customerId, null, reversed, null, reason, on, postings);
  }

  /** Adds points by hand. */
  static Entry adjustUp(UUID customerId, Lot lot, String reason) {
    long points = lot.granted().amount();
    return new Entry(
        Ids.next(),
        EntryKind.ADJUST,
        customerId,
        null,
        null,
        null,
        reason,
        lot.grantedOn(),
        List.of(
            customer(lot.id(), null, points),
            new Posting(LedgerAccount.ADJUSTED, null, null, -points)));
  }

  /** Takes points away by hand. */
  static Entry adjustDown(UUID customerId, List<Taken> taken, String reason, LocalDate on) {
    List<Posting> postings = new ArrayList<>();
    addSystem(postings, LedgerAccount.ADJUSTED, addTaken(postings, LedgerAccount.CUSTOMER, taken));
    return new Entry(
        Ids.next(), EntryKind.ADJUST, customerId, null, null, null, reason, on, postings);
  }

  /** Takes away points that came back after they had been given up. */
  static Entry forfeit(UUID customerId, List<Taken> gone, String reason, LocalDate on) {
    List<Posting> postings = new ArrayList<>();
    addSystem(postings, LedgerAccount.FORFEITED, addTaken(postings, LedgerAccount.CUSTOMER, gone));
    return new Entry(
        Ids.next(), EntryKind.ADJUST, customerId, null, null, null, reason, on, postings);
  }

  /** Makes locked points usable. */
  static Entry activate(UUID customerId, String reason, LocalDate on, List<Taken> freed) {
    List<Posting> postings = new ArrayList<>();
    for (Taken part : freed) {
      postings.add(new Posting(LedgerAccount.LOCKED, part.lotId(), null, -part.points().amount()));
      postings.add(customer(part.lotId(), null, part.points().amount()));
    }
    return new Entry(
        Ids.next(), EntryKind.ACTIVATE, customerId, null, null, null, reason, on, postings);
  }

  /** Points leave for another customer. */
  static Entry send(UUID customerId, List<Taken> taken, String reason, LocalDate on) {
    List<Posting> postings = new ArrayList<>();
    addSystem(postings, LedgerAccount.TRANSFER, addTaken(postings, LedgerAccount.CUSTOMER, taken));
    return new Entry(
        Ids.next(), EntryKind.SEND, customerId, null, null, null, reason, on, postings);
  }

  /** Points arrive from another customer, each lot by itself. */
  static Entry receive(UUID customerId, List<Lot> lots, String reason, LocalDate on) {
    List<Posting> postings = new ArrayList<>();
    long total = 0;
    for (Lot lot : lots) {
      postings.add(customer(lot.id(), null, lot.granted().amount()));
      total = Math.addExact(total, lot.granted().amount());
    }
    addSystem(postings, LedgerAccount.TRANSFER, -total);
    return new Entry(
        Ids.next(), EntryKind.RECEIVE, customerId, null, null, null, reason, on, postings);
  }

  /** Points leave a record of a person, lot by lot. */
  static Entry moveOut(UUID customerId, List<Taken> taken, String reason, LocalDate on) {
    List<Posting> postings = new ArrayList<>();
    addSystem(postings, LedgerAccount.TRANSFER, addTaken(postings, LedgerAccount.CUSTOMER, taken));
    return new Entry(
        Ids.next(), EntryKind.MERGE_OUT, customerId, null, null, null, reason, on, postings);
  }

  /** Points arrive at a record of a person, lot by lot. */
  static Entry moveIn(UUID customerId, List<Taken> given, String reason, LocalDate on) {
    List<Posting> postings = new ArrayList<>();
    long total = 0;
    for (Taken part : given) {
      postings.add(customer(part.lotId(), null, part.points().amount()));
      total = Math.addExact(total, part.points().amount());
    }
    addSystem(postings, LedgerAccount.TRANSFER, -total);
    return new Entry(
        Ids.next(), EntryKind.MERGE_IN, customerId, null, null, null, reason, on, postings);
  }

  private static long addTaken(List<Posting> postings, LedgerAccount account, List<Taken> taken) {
    long total = 0;
    for (Taken part : taken) {
      postings.add(new Posting(account, part.lotId(), null, -part.points().amount()));
      total = Math.addExact(total, part.points().amount());
    }
    return total;
  }

  /** Writes off what is left, or still locked, in lots whose last day is over. */
  static Entry expire(UUID customerId, LocalDate on, List<Taken> expired, List<Taken> locked) {
    List<Posting> postings = new ArrayList<>();
    long total = addTaken(postings, LedgerAccount.CUSTOMER, expired);
    total += addTaken(postings, LedgerAccount.LOCKED, locked);
    addSystem(postings, LedgerAccount.EXPIRED, total);
    return new Entry(
        Ids.next(), EntryKind.EXPIRE, customerId, null, null, null, null, on, postings);
  }

  /** Sets points aside. */
  static Entry hold(PointsHold hold, String purpose, LocalDate on) {
    List<Posting> postings = new ArrayList<>();
    for (Taken part : hold.parts()) {
      postings.add(customer(part.lotId(), null, -part.points().amount()));
    }
    for (Taken part : hold.parts()) {
      postings.add(held(part.lotId(), null, part.points().amount()));
    }
    return new Entry(
        Ids.next(),
        EntryKind.HOLD,
        hold.customerId(),
        null,
        null,
        hold.id(),
        purpose,
        on,
        postings);
  }

  /**
   * Spends what was set aside; what is not spent goes back.
   *
   * @param orderId the order that is paid, or null
   * @param paid which lots paid which line
   * @param rest what goes back
   */
  static Entry postHold(
      PointsHold hold,
      UUID orderId,
      String reason,
      LocalDate on,
      List<LinePayment> paid,
      List<Taken> rest) {
    List<Posting> postings = new ArrayList<>();
    long total = 0;
    for (LinePayment payment : paid) {
      for (Taken part : payment.lots()) {
        postings.add(held(part.lotId(), payment.lineId(), -part.points().amount()));
        total = Math.addExact(total, part.points().amount());
      }
    }
    addSystem(postings, LedgerAccount.REDEEMED, total);
    addBack(postings, rest, hold.forfeited());
    return new Entry(
        Ids.next(),
        EntryKind.REDEEM,
        hold.customerId(),
        orderId,
        null,
        hold.id(),
        reason,
        on,
        postings);
  }

  /** Lets go what was set aside. */
  static Entry release(PointsHold hold, String reason, LocalDate on) {
    List<Posting> postings = new ArrayList<>();
    addBack(postings, hold.parts(), hold.forfeited());
    return new Entry(
        Ids.next(),
        EntryKind.RELEASE,
        hold.customerId(),
        null,
        null,
        hold.id(),
        reason,
        on,
        postings);
  }

  /** The lots that paid for a line of an order, in the order in which they paid. */
  record LinePayment(UUID lineId, List<Taken> lots) {}

  private static Posting customer(UUID lotId, UUID lineId, long amount) {
    return new Posting(LedgerAccount.CUSTOMER, lotId, lineId, amount);
  }

  private static Posting held(UUID lotId, UUID lineId, long amount) {
    return new Posting(LedgerAccount.HELD, lotId, lineId, amount);
  }

  /** From what is held back into the lots, or away. */
  private static void addBack(
      List<Posting> postings, List<Taken> parts, Map<UUID, Points> forfeited) {
    long gone = 0;
    for (Taken part : parts) {
      long lost = forfeited.getOrDefault(part.lotId(), Points.ZERO).amount();
      long back = part.points().amount() - lost;
      postings.add(held(part.lotId(), null, -part.points().amount()));
      if (back != 0) {
        postings.add(customer(part.lotId(), null, back));
      }
      gone = Math.addExact(gone, lost);
    }
    addSystem(postings, LedgerAccount.FORFEITED, gone);
  }

  private static void addSystem(List<Posting> postings, LedgerAccount account, long amount) {
    if (amount != 0) {
      postings.add(new Posting(account, null, null, amount));
    }
  }
}
