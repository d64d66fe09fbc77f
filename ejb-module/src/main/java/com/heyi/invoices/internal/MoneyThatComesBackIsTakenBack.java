package com.heyi.invoices.internal;

import com.heyi.mall.GoodsReturned;
import com.heyi.mall.OrderCancelled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Hears in the mall's own transaction that money was given back, and makes the red invoices. */
@ApplicationScoped
public class MoneyThatComesBackIsTakenBack {
  private Issuing issuing;

  protected MoneyThatComesBackIsTakenBack() {}

  @Inject
  public MoneyThatComesBackIsTakenBack(Issuing issuing) {
    this.issuing = issuing;
  }

  void cancelled(@Observes OrderCancelled event) {
    issuing.takeBack(event.cancellationId());
  }

  void returned(@Observes GoodsReturned event) {
    issuing.takeBack(event.refundId());
  }
}
