package com.heyi.giftcards;

import com.heyi.shared.value.Money;
import java.util.UUID;

/**
 * A movement between a card and the mall.
 *
 * @param cardId the card that paid, or to which it went back
 * @param entryId the entry of the ledger
 * @param amount how much, more than nothing
 */
public record CardPayment(UUID cardId, UUID entryId, Money amount) {}
