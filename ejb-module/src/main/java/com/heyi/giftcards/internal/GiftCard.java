package com.heyi.giftcards.internal;

import com.heyi.giftcards.CardStatus;
import com.heyi.giftcards.Funding;
import com.heyi.giftcards.GiftCardsError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.SeenVersion;
import com.heyi.shared.history.WithoutHistory;
import com.heyi.shared.persistence.CnyConverter;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A gift card. Its balance never falls below nothing, and only what stands in the ledger moves it:
 * whoever moves money books the entry in the same step.
 */
@Entity
@WithoutHistory("Each posting tells the balance after it; what else is done stands in the trail")
@Table(schema = "giftcards", name = "card")
public class GiftCard {
  private static final int END = 4;

  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private String number;

  @Enumerated(EnumType.STRING)
  private CardStatus status;

  @Column(name = "code_hash")
  private String codeHash;

  @Column(name = "code_end")
  private String codeEnd;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Funding funding;

  @Convert(converter = CnyConverter.class)
  @Column(updatable = false)
  private Money amount;

  @Convert(converter = CnyConverter.class)
  private Money balance;

  private long movements;

  @Column(name = "expires_on")
  private LocalDate expiresOn;

  @Column(name = "customer_id", updatable = false)
  private UUID customerId;

  @Column(updatable = false)
  private String branch;

  @Column(updatable = false)
  private UUID replaces;

  @Column(name = "issued_at", updatable = false)
  private Instant issuedAt;

  @Column(name = "issued_by", updatable = false)
  private String issuedBy;

  @Column(name = "handed_over_at")
  private Instant handedOverAt;

  protected GiftCard() {}

  /**
   * A card on which nothing is yet.
   *
   * @param amount what it is about to be issued for
   */
  GiftCard(
      String number,
      Funding funding,
      Money amount,
      LocalDate expiresOn,
      UUID customerId,
      String branch,
      Instant now) {
    id = Ids.next();
    this.number = number;
    status = CardStatus.ISSUED;
    this.funding = funding;
    this.amount = amount;
    balance = Money.zero(Money.CNY);
    this.expiresOn = expiresOn;
    this.customerId = customerId;
    this.branch = branch;
    issuedAt = now;
    issuedBy = CallContext.current().user();
  }

  /**
   * The card that takes the place of this one, which is used up by that.
   *
   * @param leastDay the day until which it lasts at least
   * @throws HeyiException {@link GiftCardsError#STATUS}, {@link GiftCardsError#EMPTY}
   */
  GiftCard replacement(String newNumber, LocalDate leastDay, Instant now) {
    if (status == CardStatus.REPLACED || status == CardStatus.EXPIRED) {
      throw standing();
    }
    requireMoney();
    LocalDate until = expiresOn.isBefore(leastDay) ? leastDay : expiresOn;
    GiftCard next = new GiftCard(newNumber, funding, balance, until, customerId, branch, now);
    next.replaces = id;
    status = CardStatus.REPLACED;
    return next;
  }

  /**
   * Its code was drawn.
   *
   * @throws HeyiException {@link GiftCardsError#HANDED_OVER}, {@link GiftCardsError#STATUS}
   */
  void handOver(String code, String hash, Instant now) {
    if (codeHash != null) {
      throw new HeyiException(GiftCardsError.HANDED_OVER, number);
    }
    if (status != CardStatus.ISSUED) {
      throw standing();
    }
    codeHash = hash;
    codeEnd = code.substring(code.length() - END);
    handedOverAt = now;
    status = CardStatus.ACTIVE;
  }

  /**
   * @throws HeyiException {@link GiftCardsError#STATUS}
   */
  void block() {
    if (status != CardStatus.ACTIVE && status != CardStatus.ISSUED) {
      throw standing();
    }
    status = CardStatus.BLOCKED;
  }

  /**
   * Whoever has the code may pay with it today.
   *
   * @throws HeyiException {@link GiftCardsError#STATUS}, {@link GiftCardsError#EXPIRED}, {@link
   *     GiftCardsError#EMPTY}
   */
  void requirePaying(LocalDate today) {
    if (status == CardStatus.EXPIRED || status == CardStatus.ACTIVE && isOver(today)) {
      throw new HeyiException(GiftCardsError.EXPIRED, number, expiresOn);
    }
    if (status != CardStatus.ACTIVE) {
      throw standing();
    }
    requireMoney();
  }

  /** Whether it would pay something today. */
  boolean pays(LocalDate today) {
    return status == CardStatus.ACTIVE && !isOver(today) && !balance.isZero();
  }

  /** Its last day is over. What is left on it must be off it by now. */
  void expire() {
    if (!balance.isZero()) {
      throw new IllegalStateException("Card " + number + " expires with " + balance);
    }
    status = CardStatus.EXPIRED;
  }

  /** It lasts again after it had expired. */
  void lastAgain(LocalDate until) {
    if (status != CardStatus.EXPIRED) {
      throw standing();
    }
    status = codeHash == null ? CardStatus.ISSUED : CardStatus.ACTIVE;
    expiresOn = until;
  }

  /**
   * Moves money onto it (positive) or off it (negative).
   *
   * @throws HeyiException {@link GiftCardsError#INSUFFICIENT}
   */
  void move(Money delta) {
    Money after = balance.plus(delta);
    if (after.isNegative()) {
      throw new HeyiException(
          GiftCardsError.INSUFFICIENT, number, delta.negated().amount(), balance.amount());
    }
    balance = after;
    movements++;
  }

  /**
   * @throws HeyiException {@link CommonError#VERSION_MOVED}
   */
  void requireVersion(long seen) {
    SeenVersion.require(seen, version);
  }

  /** Whether its last day is over, written off or not. */
  boolean isOver(LocalDate today) {
    return today.isAfter(expiresOn);
  }

  /** Whether what is left on it is to be written off. A lost card waits for its replacement. */
  boolean isDue(LocalDate today) {
    return isOver(today) && (status == CardStatus.ACTIVE || status == CardStatus.ISSUED);
  }

  private void requireMoney() {
    if (balance.isZero()) {
      throw new HeyiException(GiftCardsError.EMPTY, number);
    }
  }

  private HeyiException standing() {
    return new HeyiException(GiftCardsError.STATUS, number, status);
  }

  UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  String number() {
    return number;
  }

  CardStatus status() {
    return status;
  }

  String codeEnd() {
    return codeEnd;
  }

  Funding funding() {
    return funding;
  }

  Money amount() {
    return amount;
  }

  Money balance() {
    return balance;
  }

  long movements() {
    return movements;
  }

  LocalDate expiresOn() {
    return expiresOn;
  }

  UUID customerId() {
    return customerId;
  }

  String branch() {
    return branch;
  }

  UUID replaces() {
    return replaces;
  }

  Instant issuedAt() {
    return issuedAt;
  }

  String issuedBy() {
    return issuedBy;
  }

  Instant handedOverAt() {
    return handedOverAt;
  }
}
