package com.heyi.deposits.internal;

import com.heyi.deposits.PaymentGuard;
import com.heyi.deposits.PaymentOut;
import com.heyi.shared.error.HeyiException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everybody who may object to a payment. */
@ApplicationScoped
public class PaymentGuards {
  private static final Logger LOG = LoggerFactory.getLogger(PaymentGuards.class);

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

  /** Nobody who fails to hear of it keeps the caller from being told why, or the others from it. */
  void declined(PaymentOut payment, HeyiException why) {
    for (PaymentGuard guard : guards) {
      try {
        guard.declined(payment, why);
      } catch (RuntimeException e) {
        LOG.error("Declined with {}, which could not be told", why.code(), e);
        why.addSuppressed(e);
      }
    }
  }
}
