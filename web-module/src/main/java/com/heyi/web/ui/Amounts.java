package com.heyi.web.ui;

import com.heyi.shared.value.Money;
import java.math.BigDecimal;

/** Reads amounts of forms. */
public final class Amounts {
  private Amounts() {}

  /** The amount in CNY; null when none was typed, so that the command says that it needs one. */
  public static Money of(BigDecimal typed) {
    return typed == null ? null : new Money(typed, Money.CNY);
  }
}
