package com.heyi.deposits.internal;

import com.heyi.accounts.AccountClosingGuard;
import com.heyi.accounts.AccountRef;
import com.heyi.deposits.DepositsError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.value.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** An account in which money lies is not closed; nor does any come in while it is being closed. */
@ApplicationScoped
public class MoneyMustBeTakenOutBeforeClosing implements AccountClosingGuard {
  private MoneyLedger ledger;

  protected MoneyMustBeTakenOutBeforeClosing() {}

  @Inject
  public MoneyMustBeTakenOutBeforeClosing(MoneyLedger ledger) {
    this.ledger = ledger;
  }

  @Override
  public void check(AccountRef account) {
    Money left = ledger.hold(account.id());
    if (!left.isZero()) {
      throw new HeyiException(DepositsError.MONEY_LEFT, account.number(), left.amount());
    }
  }
}
