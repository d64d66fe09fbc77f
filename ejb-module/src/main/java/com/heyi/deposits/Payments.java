package com.heyi.deposits;

import com.heyi.shared.error.HeyiException;
import com.heyi.shared.value.Money;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * Moves money for other modules, inside their transactions. It checks no role and leaves no row in
 * the trail, for the facade or job that asks does so; therefore the edges may not use it. Limits,
 * balances and guards hold as for everybody.
 */
public interface Payments {

  /**
   * Holds the money of these accounts to the end of the transaction, always in the same order.
   * Whoever moves money of several by more than one movement does so first, so that neither another
   * of his kind nor a transfer waits for him in a ring.
   */
  void hold(Collection<UUID> accountIds);

  /**
   * Transfers money between two accounts here.
   *
   * @param memo what both statements say about it
   * @return the line on the account that pays
   * @throws HeyiException {@link DepositsError}
   */
  MovementView transfer(UUID fromAccount, UUID toAccount, Money amount, String memo);

  /**
   * Pays a complainant into an account of his, out of the bank's account for redress. The limits of
   * the account hold as for all that comes in.
   *
   * @param memo what the statement says about it
   * @return the line on the account
   * @throws HeyiException {@link DepositsError}
   */
  MovementView payRedress(UUID accountId, Money amount, String memo);

  /**
   * Takes redress back as a whole, once.
   *
   * @param movementId the movement that paid it
   * @param reason what the statement says about it
   * @throws HeyiException {@link DepositsError#REVERSED}; {@link DepositsError#INSUFFICIENT} when
   *     the money has gone on; {@link DepositsError#NOT_USABLE}
   */
  MovementView takeRedressBack(UUID accountId, UUID movementId, String reason);

  /**
   * Pays into an account what another app of the bank held for its owner. The limits of the account
   * hold as for all that comes in from elsewhere.
   *
   * @param from the app, as the statement names it
   * @param memo what the statement says about it, or a {@link com.heyi.shared.text.BookNote}
   * @return the line on the account
   * @throws HeyiException {@link DepositsError}
   */
  MovementView payIn(UUID accountId, Money amount, String from, String memo);

  /**
   * Pays the bank's own mall for an order, or a fee. Limits, balance and guards hold as for any
   * spending.
   *
   * @param memo what the statement says about it
   * @return the line on the account
   * @throws HeyiException {@link DepositsError}
   */
  MovementView payMall(UUID accountId, Money amount, String memo);

  /**
   * Gives back a part or all of what was paid to the mall: into the account that paid, or when that
   * is closed into another of its owner. No limit bounds it; what the payment counted for the
   * limits of its day counts that much less.
   *
   * @param movementId the payment
   * @param memo what the statement says about it
   * @return the line on the account that takes it
   * @throws HeyiException {@link DepositsError#REFUND_TOO_MUCH}, {@link
   *     DepositsError#REFUND_NOWHERE}
   */
  MovementView refundMall(UUID movementId, Money amount, String memo);

  /**
   * What these payments to the mall, and what it gave back, moved on the accounts: below zero when
   * an account paid, above when it took. An id that is neither is left out.
   */
  Map<UUID, Money> movedWithMall(Collection<UUID> movementIds);

  /**
   * What a customer has paid out of all his accounts on a day, but for what he moved between them.
   */
  Money paidOut(UUID customerId, LocalDate day);

  /** What lies in these accounts, by the account; one query for all. */
  Map<UUID, Money> balances(Collection<UUID> accountIds);
}
