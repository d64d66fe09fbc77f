package com.heyi.deposits.internal;

import com.heyi.deposits.DepositsError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.history.WithoutHistory;
import com.heyi.shared.persistence.CnyConverter;
import com.heyi.shared.value.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** What lies in one account. It never falls below nothing. */
@Entity
@WithoutHistory("Each posting tells the balance after it")
@Table(schema = "deposits", name = "balance")
public class Balance {
  @Id
  @Column(name = "account_id")
  private UUID accountId;

  @Convert(converter = CnyConverter.class)
  private Money amount;

  private long movements;

  protected Balance() {}

  /**
   * Moves money in (positive) or out (negative).
   *
   * @throws HeyiException {@link DepositsError#INSUFFICIENT}
   */
  void move(Money delta) {
    Money after = amount.plus(delta);
    if (after.isNegative()) {
      throw new HeyiException(
          DepositsError.INSUFFICIENT, delta.negated().amount(), amount.amount());
    }
    amount = after;
    movements++;
  }

  UUID accountId() {
    return accountId;
  }

  Money amount() {
    return amount;
  }

  long movements() {
    return movements;
  }
}
