package com.heyi.deposits;

import com.heyi.shared.value.Money;

/**
 * How far a limit is used.
 *
 * @param kind what is bounded
 * @param limit the limit
 * @param used what counts for it so far: today, this year, or now
 * @param left what is left, zero when more is used than the limit
 */
public record LimitUse(LimitKind kind, Money limit, Money used, Money left) {
  /**
   * Whether more is used than the limit: it was lowered, or what had gone out came back. Nothing
   * more is let pass until it is used less.
   */
  public boolean isExceeded() {
    return used.compareTo(limit) > 0;
  }
}
