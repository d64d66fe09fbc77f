package com.heyi.deposits.internal;

import com.heyi.deposits.PaymentGuard;
import com.heyi.deposits.PaymentOut;
import com.heyi.shared.error.HeyiException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** Everybody who may object to a payment. */
@ApplicationScoped
public class PaymentGuards {
  private Iterable<PaymentGuard> guards;

  protected PaymentGuards() {}

  @Inject
  public PaymentGuards(@Any Instance<PaymentGuard> guards) {
    this.guards = guards;
  }

  /** For tests, which bring their own. */
  public PaymentGuards(Iterable<PaymentGuard> guards) {
    this.guards = guards;
  }

  void check(PaymentOut payment) {
    guards.forEach(guard -> guard.check(payment));
  }

  void declined(PaymentOut payment, HeyiException why) {
    guards.forEach(guard -> guard.declined(payment, why));
  }
}
