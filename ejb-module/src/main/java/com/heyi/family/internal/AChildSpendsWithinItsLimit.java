package com.heyi.family.internal;

import com.heyi.accounts.AccountRef;
import com.heyi.deposits.MovementKind;
import com.heyi.deposits.PaymentGuard;
import com.heyi.deposits.Payments;
import com.heyi.family.NoticeKind;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.value.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/**
 * A child pays no more than a guardian has allowed; a payment declined is told to the guardians.
 */
@ApplicationScoped
public class AChildSpendsWithinItsLimit implements PaymentGuard {
  private Kin kin;
  private Notices notices;
  private Instance<Payments> payments;

  protected AChildSpendsWithinItsLimit() {}

  /** Payments are asked for late, because they ask for this. */
  @Inject
  public AChildSpendsWithinItsLimit(Kin kin, Notices notices, Instance<Payments> payments) {
    this.kin = kin;
    this.notices = notices;
    this.payments = payments;
  }

  @Override
  public void check(AccountRef account, MovementKind kind, Money amount) {
    // Held, so that two payments at once from two accounts of the child do not pass it together.
    kin.holdLimit(account.customerId())
        .filter(limit -> kin.isChild(account.customerId()))
        .ifPresent(limit -> check(limit, amount));
  }

  private void check(SpendingLimit limit, Money amount) {
    try {
      limit.check(amount, payments.get().paidOutToday(limit.childId()));
    } catch (HeyiException e) {
      notices.tellApart(
          limit.householdId(), limit.childId(), NoticeKind.PAYMENT_DECLINED, amount, e.code());
      throw e;
    }
  }
}
