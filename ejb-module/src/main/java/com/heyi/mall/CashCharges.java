package com.heyi.mall;

import com.heyi.deposits.DepositsError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.value.Money;
import java.util.UUID;

/**
 * Takes money from customers for what other modules give them, inside their transactions, as the
 * mall takes it for goods: from an account of the customer, within its limits, against the mall's
 * own account. It checks no role and leaves no row in the trail, for the facade that asks does so;
 * therefore the edges may not use it.
 */
public interface CashCharges {

  /** The most that a price may be in money. */
  Money MOST = Money.cny("100000000.00");

  /**
   * Takes money.
   *
   * @param accountId the account of his that pays
   * @param amount more than nothing, at most {@link #MOST}
   * @param reason why, as his statement will say
   * @return the payment
   * @throws HeyiException {@link MallError#ACCOUNT_MISSING} when no account is named, {@link
   *     MallError#ACCOUNT_NOT_HIS}, {@link MallError#CASH_OUT_OF_RANGE}, {@link DepositsError}
   */
  UUID charge(UUID customerId, UUID accountId, Money amount, String reason);

  /**
   * Gives back a part of what was taken, or all, once: into the account that paid or, when that is
   * closed, another of its owner. Whoever calls holds what the payment was for.
   *
   * @param paymentId as {@link #charge} answered it
   * @param amount more than nothing, at most what was taken
   * @param reason why, as his statement will say
   * @return where it stands that it was given back
   * @throws HeyiException {@link DepositsError#REFUND_TOO_MUCH}, {@link
   *     DepositsError#REFUND_NOWHERE}
   */
  UUID giveBack(UUID paymentId, Money amount, String reason);
}
