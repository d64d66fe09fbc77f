package com.heyi.invoices.internal;

import com.heyi.mall.GoodsReturned;
import com.heyi.mall.OrderCancelled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.inject.Inject;

/**
 * Hears in the mall's own transaction that money was given back, and makes the red invoices; after
 * all others who hear it, for whoever invoices waits from their numbers on until it has ended.
 */
@ApplicationScoped
public class MoneyThatComesBackIsTakenBack {
  private static final int LAST = ObserverMethod.DEFAULT_PRIORITY + 1000;

  private Issuing issuing;

  protected MoneyThatComesBackIsTakenBack() {}

  @Inject
  public MoneyThatComesBackIsTakenBack(Issuing issuing) {
    this.issuing = issuing;
  }

  void cancelled(@Observes @Priority(LAST) OrderCancelled event) {
    issuing.takeBack(event.cancellationId());
  }

  void returned(@Observes @Priority(LAST) GoodsReturned event) {
    issuing.takeBack(event.refundId());
  }
}
