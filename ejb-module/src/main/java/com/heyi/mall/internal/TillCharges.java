package com.heyi.mall.internal;

import com.heyi.mall.CashCharges;
import com.heyi.shared.value.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Charges money at the till, so that the books know no second way. */
@ApplicationScoped
public class TillCharges implements CashCharges {
  private Till till;

  protected TillCharges() {}

  @Inject
  TillCharges(Till till) {
    this.till = till;
  }

  @Override
  public UUID charge(UUID customerId, UUID accountId, Money amount, String reason) {
    return till.takeFee(customerId, accountId, Fen.money(Fen.of(amount)), reason);
  }

  @Override
  public UUID giveBack(UUID paymentId, Money amount, String reason) {
    return till.giveBackOfFee(paymentId, amount, reason);
  }
}
