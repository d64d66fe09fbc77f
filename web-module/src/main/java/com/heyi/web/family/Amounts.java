package com.heyi.web.family;

import com.heyi.shared.value.Money;
import java.math.BigDecimal;

/** Reads amounts of forms. */
final class Amounts {
  private Amounts() {}

  /** The amount in CNY; null when none was typed, so that the command says that it needs one. */
  static Money of(BigDecimal typed) {
    return typed == null ? null : new Money(typed, Money.CNY);
  }
}
