package com.heyi.giftcards.internal;

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
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A leg of an entry: positive onto the card. */
@Entity
@Immutable
@WithoutHistory("It never changes")
@Table(schema = "giftcards", name = "posting")
public class CardPosting {
  @Id private UUID id;

  @Column(name = "entry_id")
  private UUID entryId;

  @Enumerated(EnumType.STRING)
  private LedgerAccount account;

  @Column(name = "card_id")
  private UUID cardId;

  @Convert(converter = CnyConverter.class)
  private Money amount;

  @Column(name = "balance_after")
  @Convert(converter = CnyConverter.class)
  private Money balanceAfter;

  private Long seq;

  protected CardPosting() {}

  private CardPosting(CardEntry entry, LedgerAccount account, Money amount) {
    id = Ids.next();
    entryId = entry.id();
    this.account = account;
    this.amount = amount;
  }

  /** The leg of a card whose balance has moved already. */
  static CardPosting of(CardEntry entry, GiftCard card, Money delta) {
    CardPosting posting = new CardPosting(entry, LedgerAccount.GIFT_CARDS, delta);
    posting.cardId = card.id();
    posting.balanceAfter = card.balance();
    posting.seq = card.movements();
    return posting;
  }

  /** The bank's own side. */
  static CardPosting of(CardEntry entry, LedgerAccount account, Money delta) {
    return new CardPosting(entry, account, delta);
  }
}
