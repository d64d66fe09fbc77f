package com.heyi.accounts.internal;

import com.heyi.accounts.AccountType;
import com.heyi.accounts.AccountsError;
import com.heyi.shared.error.HeyiException;
import java.util.OptionalInt;

/**
 * At one bank a person holds one type I account (PBOC 银发〔2016〕261号) and, in principle, at most five
 * each of types II and III (银发〔2018〕16号). The figures are dated parameters.
 */
public final class ACustomerHoldsFewAccountsOfAType {
  private ACustomerHoldsFewAccountsOfAType() {}

  /**
   * @param held how many he holds already
   * @param cap how many he may hold; empty for as many as he likes
   */
  public static void check(AccountType type, int held, OptionalInt cap) {
    if (cap.isPresent() && held >= cap.getAsInt()) {
      throw new HeyiException(AccountsError.TOO_MANY_ACCOUNTS, type, cap.getAsInt());
    }
  }
}
