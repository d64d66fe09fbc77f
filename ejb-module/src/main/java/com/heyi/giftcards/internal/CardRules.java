package com.heyi.giftcards.internal;

import com.heyi.giftcards.CardRule;
import com.heyi.giftcards.GiftCardsError;
import com.heyi.giftcards.SetCardRule;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import com.heyi.shared.value.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** The dated rules for how long gift cards last and how much they may hold. */
@ApplicationScoped
public class CardRules {
  private static final BigDecimal MOST = new BigDecimal("1000000");

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;

  protected CardRules() {}

  public CardRules(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
  }

  /** The rule for cards issued on this day. */
  CardRule on(LocalDate day) {
    return list().stream()
        .filter(rule -> !rule.validFrom().isAfter(day))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No rule for gift cards on " + day));
  }

  /** All that were ever set, the newest first. */
  public List<CardRule> list() {
    List<Row> rows =
        NamedSql.rows(
                em,
                "select valid_from, months, refund_days, most, source, set_at, set_by"
                    + " from giftcards.rule order by valid_from desc")
            .getResultList();
    return rows.stream().map(CardRules::rule).toList();
  }

  /**
   * Sets a rule from a day on.
   *
   * @throws HeyiException {@link GiftCardsError#RULE_PAST}, {@link GiftCardsError#RULE_DUPLICATE},
   *     {@link GiftCardsError#AMOUNT}
   */
  public CardRule set(SetCardRule command) {
    if (command.validFrom().isBefore(LocalDate.now(clock))) {
      throw new HeyiException(GiftCardsError.RULE_PAST, command.validFrom());
    }
    requireAmount(command.most(), new Money(MOST, Money.CNY));
    int written =
        em.createNativeQuery(
                "insert into giftcards.rule (valid_from, months, refund_days, most, source, set_at,"
                    + " set_by) values (:from, :months, :days, :most, :source, :now, :user)"
                    + " on conflict do nothing")
            .setParameter("from", command.validFrom())
            .setParameter("months", command.months())
            .setParameter("days", command.refundDays())
            .setParameter("most", command.most().amount())
            .setParameter("source", command.source().strip())
            .setParameter("now", clock.instant())
            .setParameter("user", CallContext.current().user())
            .executeUpdate();
    if (written == 0) {
      throw new HeyiException(GiftCardsError.RULE_DUPLICATE, command.validFrom());
    }
    CardRule before = on(command.validFrom().minusDays(1));
    ChangeLog.note(
        "gift-card-rule", command.validFrom(), "months", before.months(), command.months());
    ChangeLog.note(
        "gift-card-rule",
        command.validFrom(),
        "refundDays",
        before.refundDays(),
        command.refundDays());
    ChangeLog.note(
        "gift-card-rule",
        command.validFrom(),
        "most",
        before.most().amount(),
        command.most().amount());
    return on(command.validFrom());
  }

  /**
   * @throws HeyiException {@link GiftCardsError#AMOUNT}
   */
  static void requireAmount(Money amount, Money most) {
    if (!amount.currency().equals(Money.CNY)
        || amount.isNegative()
        || amount.isZero()
        || amount.compareTo(most) > 0) {
      throw new HeyiException(GiftCardsError.AMOUNT, most.amount());
    }
  }

  private static CardRule rule(Row row) {
    return new CardRule(
        row.day("valid_from"),
        row.whole("months"),
        row.whole("refund_days"),
        row.cny("most"),
        row.text("source"),
        row.instant("set_at"),
        row.text("set_by"));
  }
}
