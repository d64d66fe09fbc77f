package com.heyi.mall.internal;

import com.heyi.deposits.Payments;
import com.heyi.giftcards.GiftCards;
import com.heyi.shared.persistence.Sql;
import com.heyi.shared.value.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/**
 * Proves from the ledgers of money and of gift cards what the mall says was paid and given back,
 * some payments at a time, so that it needs no more memory for ten million of them than for ten.
 */
@ApplicationScoped
public class CashProof {
  private static final int AT_A_TIME = 2000;
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Payments payments;
  @Inject private GiftCards cards;

  protected CashProof() {}

  CashProof(EntityManager em, Payments payments, GiftCards cards) {
    this.em = em;
    this.payments = payments;
    this.cards = cards;
  }

  /** How many payments, and how many times that money was given back, no ledger bears out. */
  long breaches() {
    return breaches("mall.payment", -1) + breaches("mall.payback", 1);
  }

  /**
   * @param booked what the mall says was booked on the account or the card, in fen
   */
  private record Said(UUID id, UUID movementId, UUID cardEntryId, long booked) {}

  private long breaches(String table, int sign) {
    long broken = 0;
    List<Said> some = after(table, sign, BEFORE_ALL);
    while (!some.isEmpty()) {
      broken += differing(some, Said::movementId, payments::movedWithMall);
      broken += differing(some, Said::cardEntryId, cards::moved);
      some = after(table, sign, some.get(some.size() - 1).id());
    }
    return broken;
  }

  private List<Said> after(String table, int sign, UUID last) {
    return new Sql(em)
        .list(
            row ->
                new Said(
                    Sql.uuid(row, "id"),
                    Sql.uuid(row, "movement_id"),
                    Sql.uuid(row, "card_entry_id"),
                    sign * row.getLong("amount")),
            "select id, movement_id, card_entry_id, amount from "
                + table
                + " where id > ? order by id limit ?",
            last,
            AT_A_TIME);
  }

  private static long differing(
      List<Said> some,
      Function<Said, UUID> where,
      Function<Collection<UUID>, Map<UUID, Money>> ledger) {
    List<Said> there = some.stream().filter(one -> where.apply(one) != null).toList();
    Map<UUID, Money> moved = ledger.apply(there.stream().map(where).toList());
    return there.stream()
        .filter(one -> !Objects.equals(moved.get(where.apply(one)), Fen.money(one.booked())))
        .count();
  }
}
