package com.heyi.family.internal;

import com.heyi.deposits.PaymentGuard;
import com.heyi.deposits.PaymentOut;
import com.heyi.deposits.Payments;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.ChangeLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

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
  public void check(PaymentOut payment) {
    UUID payer = kin.whoIs(payment.account().customerId());
    // Held, so that two payments at once from two accounts of the child do not pass it together.
    kin.holdLimit(payer)
        .filter(limit -> kin.belonging(payer).filter(limit::holds).isPresent())
        .filter(limit -> kin.isMinor(payer, payment.day()))
        .ifPresent(
            limit -> limit.check(payment.amount(), payments.get().paidOut(payer, payment.day())));
  }

  /** Whatever declines it, unless a call only shows what it would do. */
  @Override
  public void declined(PaymentOut payment, HeyiException why) {
    Optional<Kinsman> child =
        kin.childhood(kin.whoIs(payment.account().customerId()), payment.day());
    if (child.isPresent() && !ChangeLog.onlyShows()) {
      notices.tellApart(
          child.get().householdId(),
          Declined.of(payment, child.get().customerId(), why, CallContext.current()));
    }
  }
}
