package com.heyi.giftcards.internal;

import com.heyi.giftcards.BlockCard;
import com.heyi.giftcards.CardEntryKind;
import com.heyi.giftcards.CardPayment;
import com.heyi.giftcards.CardRule;
import com.heyi.giftcards.CardStatus;
import com.heyi.giftcards.Funding;
import com.heyi.giftcards.GiftCardsError;
import com.heyi.giftcards.HandOverCard;
import com.heyi.giftcards.IssueCard;
import com.heyi.giftcards.ReactivateCard;
import com.heyi.giftcards.ReplaceCard;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Mask;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.value.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is done with gift cards. Whoever moves money of a card holds its row; of two cards the one
 * that was replaced first.
 */
@ApplicationScoped
public class Cards {
  private static final String CARD = "gift-card";

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private CardRules rules;
  @Inject private CardCodes codes;
  @Inject private WrongCodes wrong;

  protected Cards() {}

  public Cards(EntityManager em, Clock clock, CardRules rules, CardCodes codes, WrongCodes wrong) {
    this.em = em;
    this.clock = clock;
    this.rules = rules;
    this.codes = codes;
    this.wrong = wrong;
  }

  /**
   * Issues a card, which nobody can use before it is handed over.
   *
   * @return its id
   * @throws HeyiException {@link GiftCardsError#AMOUNT}, {@link GiftCardsError#REASON_MISSING}
   */
  public UUID issue(IssueCard command) {
    LocalDate today = LocalDate.now(clock);
    CardRule rule = rules.on(today);
    CardRules.requireAmount(command.amount(), rule.most());
    if (command.funding() == Funding.GIVEN && command.reason() == null) {
      throw new HeyiException(GiftCardsError.REASON_MISSING);
    }
    ChangeLog.weigh(command.amount().smallestUnits());
    GiftCard card =
        new GiftCard(
            nextNumber(),
            command.funding(),
            command.amount(),
            rule.lastDay(today),
            command.customerId(),
            CallContext.current().branch(),
            clock.instant());
    em.persist(card);
    ChangeLog.note(CARD, card.id(), "number", null, card.number());
    ChangeLog.note(CARD, card.id(), "expiresOn", null, card.expiresOn());
    book(CardEntryKind.ISSUE, card, command.amount(), LedgerAccount.of(command.funding()), null);
    return card.id();
  }

  /**
   * Draws the code of a card.
   *
   * @return the code, in groups of four
   * @throws HeyiException {@link GiftCardsError#HANDED_OVER}, {@link GiftCardsError#STATUS}, {@link
   *     GiftCardsError#EXPIRED}, {@link GiftCardsError#NO_KEY}, {@link CommonError#VERSION_MOVED}
   */
  public String handOver(HandOverCard command) {
    GiftCard card = hold(command.cardId(), command.version());
    if (card.isOver(LocalDate.now(clock))) {
      throw new HeyiException(GiftCardsError.EXPIRED, card.number(), card.expiresOn());
    }
    CardStatus before = card.status();
    String code = codes.draw();
    card.handOver(code, codes.hash(code), clock.instant());
    ChangeLog.note(CARD, card.id(), "status", before, card.status());
    ChangeLog.note(CARD, card.id(), "code", null, code, Mask.LAST_FOUR);
    return CardCodes.grouped(code);
  }

  /**
   * @throws HeyiException {@link GiftCardsError#STATUS}, {@link CommonError#VERSION_MOVED}
   */
  public void block(BlockCard command) {
    GiftCard card = hold(command.cardId(), command.version());
    CardStatus before = card.status();
    card.block();
    ChangeLog.note(CARD, card.id(), "status", before, card.status());
  }

  /**
   * Puts what is left on a card onto a new one.
   *
   * @return id of the new card
   * @throws HeyiException {@link GiftCardsError#STATUS}, {@link GiftCardsError#EMPTY}, {@link
   *     CommonError#VERSION_MOVED}
   */
  public UUID replace(ReplaceCard command) {
    GiftCard lost = hold(command.cardId(), command.version());
    CardStatus before = lost.status();
    LocalDate today = LocalDate.now(clock);
    ChangeLog.weigh(lost.balance().smallestUnits());
    GiftCard next =
        lost.replacement(
            nextNumber(), today.plusDays(rules.on(today).refundDays()), clock.instant());
    em.persist(next);
    ChangeLog.note(CARD, lost.id(), "status", before, lost.status());
    ChangeLog.note(CARD, next.id(), "number", null, next.number());
    Money rest = lost.balance();
    CardEntry entry = new CardEntry(CardEntryKind.REPLACE, rest, null, clock);
    em.persist(entry);
    move(entry, lost, rest.negated());
    move(entry, next, rest);
    return next.id();
  }

  /**
   * Puts what was written off last back onto an expired card, which lasts as long as a new one.
   *
   * @throws HeyiException {@link GiftCardsError#STATUS}, {@link
   *     GiftCardsError#NOTHING_WRITTEN_OFF}, {@link CommonError#VERSION_MOVED}
   */
  public void reactivate(ReactivateCard command) {
    GiftCard card = hold(command.cardId(), command.version());
    LocalDate today = LocalDate.now(clock);
    LocalDate before = card.expiresOn();
    card.lastAgain(rules.on(today).lastDay(today));
    Money back = writtenOff(card);
    ChangeLog.weigh(back.smallestUnits());
    ChangeLog.note(CARD, card.id(), "status", CardStatus.EXPIRED, card.status());
    ChangeLog.note(CARD, card.id(), "expiresOn", before, card.expiresOn());
    book(CardEntryKind.REACTIVATE, card, back, LedgerAccount.of(CardEntryKind.REACTIVATE), null);
  }

  /** What of a card was written off and did not come back. */
  private Money writtenOff(GiftCard card) {
    BigDecimal off =
        NamedSql.values(
                em,
                "select coalesce(-sum(p.amount), 0) from giftcards.posting p"
                    + " join giftcards.entry e on e.id = p.entry_id"
                    + " where p.card_id = :card and e.kind in ('EXPIRE', 'REACTIVATE')",
                BigDecimal.class)
            .setParameter("card", card.id())
            .getSingleResult();
    if (off.signum() <= 0) {
      throw new HeyiException(GiftCardsError.NOTHING_WRITTEN_OFF, card.number());
    }
    return new Money(off, Money.CNY);
  }

  /** Cards whose last day is over and that are not written off yet, the longest over first. */
  public List<UUID> due(int most) {
    return em.createQuery(
            "select c.id from GiftCard c where c.expiresOn < :today and c.status in :open"
                + " order by c.expiresOn, c.id",
            UUID.class)
        .setParameter("today", LocalDate.now(clock))
        .setParameter("open", List.of(CardStatus.ISSUED, CardStatus.ACTIVE))
        .setMaxResults(most)
        .getResultList();
  }

  /**
   * Writes off what is left on a card when its last day is over.
   *
   * @return how much; empty when somebody was faster
   */
  public Optional<Money> expire(UUID cardId) {
    GiftCard card = hold(cardId);
    return card.isDue(LocalDate.now(clock)) ? Optional.of(writeOff(card)) : Optional.empty();
  }

  private Money writeOff(GiftCard card) {
    Money rest = card.balance();
    if (!rest.isZero()) {
      book(
          CardEntryKind.EXPIRE, card, rest.negated(), LedgerAccount.of(CardEntryKind.EXPIRE), null);
    }
    card.expire();
    return rest;
  }

  /**
   * The card with this code.
   *
   * @throws HeyiException {@link GiftCardsError#CODE_LOCKED}, {@link GiftCardsError#CODE_UNKNOWN}
   */
  public UUID byCode(String code) {
    wrong.requireFew();
    Optional<UUID> found =
        em.createQuery("select c.id from GiftCard c where c.codeHash = :hash", UUID.class)
            .setParameter("hash", codes.hash(code))
            .getResultStream()
            .findFirst();
    if (found.isEmpty()) {
      wrong.count();
      throw new HeyiException(GiftCardsError.CODE_UNKNOWN);
    }
    return found.get();
  }

  /**
   * Pays the mall.
   *
   * @param amount how much
   * @param orLess whether the card pays what it has when that is less
   */
  CardPayment pay(String code, Money amount, boolean orLess) {
    GiftCard card = hold(byCode(code));
    card.requirePaying(LocalDate.now(clock));
    CardRules.requireAmount(amount, amount);
    boolean all = orLess && card.balance().compareTo(amount) < 0;
    Money paid = all ? card.balance() : amount;
    CardEntry entry =
        book(
            CardEntryKind.REDEEM,
            card,
            paid.negated(),
            LedgerAccount.of(CardEntryKind.REDEEM),
            null);
    return new CardPayment(card.id(), entry.id(), paid);
  }

  /** Gives back what a card paid. */
  CardPayment refund(UUID entryId, Money amount) {
    GiftCard card = standsFor(cardOf(entryId));
    Money left = leftOf(entryId);
    if (amount.compareTo(left) > 0) {
      throw new HeyiException(GiftCardsError.REFUND_TOO_MUCH, amount.amount(), left.amount());
    }
    LocalDate today = LocalDate.now(clock);
    if (card.isDue(today)) {
      writeOff(card);
    }
    if (card.status() == CardStatus.EXPIRED) {
      LocalDate before = card.expiresOn();
      card.lastAgain(today.plusDays(rules.on(today).refundDays()));
      ChangeLog.note(CARD, card.id(), "expiresOn", before, card.expiresOn());
    }
    CardEntry entry =
        book(CardEntryKind.REFUND, card, amount, LedgerAccount.of(CardEntryKind.REFUND), entryId);
    return new CardPayment(card.id(), entry.id(), amount);
  }

  private UUID cardOf(UUID entryId) {
    return em.createQuery(
            "select p.cardId from CardPosting p where p.entryId = :entry and p.cardId is not null",
            UUID.class)
        .setParameter("entry", entryId)
        .getSingleResult();
  }

  /** The card, or the one that took its place in the end. */
  private GiftCard standsFor(UUID cardId) {
    GiftCard card = hold(cardId);
    while (card.status() == CardStatus.REPLACED) {
      card =
          hold(
              em.createQuery("select c.id from GiftCard c where c.replaces = :lost", UUID.class)
                  .setParameter("lost", card.id())
                  .getSingleResult());
    }
    return card;
  }

  private Money leftOf(UUID entryId) {
    BigDecimal left =
        NamedSql.values(
                em,
                "select e.amount - coalesce((select sum(r.amount) from giftcards.entry r"
                    + " where r.refunds = e.id), 0) from giftcards.entry e"
                    + " where e.id = :entry and e.kind = 'REDEEM'",
                BigDecimal.class)
            .setParameter("entry", entryId)
            .getSingleResult();
    return new Money(left, Money.CNY);
  }

  private CardEntry book(
      CardEntryKind kind, GiftCard card, Money delta, LedgerAccount other, UUID refunds) {
    Money size = delta.isNegative() ? delta.negated() : delta;
    CardEntry entry = new CardEntry(kind, size, refunds, clock);
    em.persist(entry);
    move(entry, card, delta);
    em.persist(CardPosting.of(entry, other, delta.negated()));
    return entry;
  }

  private void move(CardEntry entry, GiftCard card, Money delta) {
    Money before = card.balance();
    card.move(delta);
    em.persist(CardPosting.of(entry, card, delta));
    ChangeLog.note(CARD, card.id(), "balance", before.amount(), card.balance().amount());
  }

  private GiftCard hold(UUID cardId, long version) {
    GiftCard card = hold(cardId);
    requireOwn(card);
    card.requireVersion(version);
    return card;
  }

  private GiftCard hold(UUID cardId) {
    return Optional.ofNullable(em.find(GiftCard.class, cardId, LockModeType.PESSIMISTIC_WRITE))
        .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, cardId));
  }

  /**
   * A branch system works with the cards of its own branch.
   *
   * @throws HeyiException {@link CommonError#OTHER_BRANCH}
   */
  static void requireOwn(GiftCard card) {
    CallContext.current()
        .boundBranch()
        .filter(branch -> !branch.equals(card.branch()))
        .ifPresent(
            branch -> {
              throw new HeyiException(CommonError.OTHER_BRANCH);
            });
  }

  private String nextNumber() {
    long next =
        NamedSql.values(em, "select nextval('giftcards.card_number')", Long.class)
            .getSingleResult();
    return "G%010d".formatted(next);
  }
}
