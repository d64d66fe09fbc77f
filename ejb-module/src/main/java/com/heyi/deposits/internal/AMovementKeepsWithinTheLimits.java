package com.heyi.deposits.internal;

import com.heyi.deposits.DepositsError;
import com.heyi.deposits.LimitKind;
import com.heyi.deposits.LimitUse;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.value.Money;
import java.util.List;

/**
 * No movement goes beyond a limit of its account (PBOC 银发〔2016〕302号, 银发〔2018〕16号): the flow limits
 * bound what comes in or goes out on a day and in a year, the balance limit what then lies there.
 * Using a limit up to its last fen is within it.
 */
final class AMovementKeepsWithinTheLimits {
  private AMovementKeepsWithinTheLimits() {}

  /**
   * @param delta what comes in, or goes out when negative
   * @param countsForFlow whether the flow limits apply, which they do not with the bound account
   * @param uses the account's limits with what is used of them
   * @throws HeyiException {@link DepositsError#LIMIT} with the first limit that would be broken
   */
  static void check(String accountNumber, Money delta, boolean countsForFlow, List<LimitUse> uses) {
    Money wanted = delta.isNegative() ? delta.negated() : delta;
    for (LimitUse use : uses) {
      if (bounds(use.kind(), delta, countsForFlow) && wanted.compareTo(use.left()) > 0) {
        throw new HeyiException(
            DepositsError.LIMIT,
            use.kind(),
            accountNumber,
            use.limit().amount(),
            use.used().amount(),
            use.left().amount(),
            wanted.amount());
      }
    }
  }

  private static boolean bounds(LimitKind kind, Money delta, boolean countsForFlow) {
    return switch (kind) {
      case INFLOW_DAY, INFLOW_YEAR -> countsForFlow && !delta.isNegative();
      case OUTFLOW_DAY, OUTFLOW_YEAR -> countsForFlow && delta.isNegative();
      case BALANCE -> !delta.isNegative();
    };
  }
}
