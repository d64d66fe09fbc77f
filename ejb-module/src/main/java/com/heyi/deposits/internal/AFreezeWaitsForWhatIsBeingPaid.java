package com.heyi.deposits.internal;

import com.heyi.accounts.AccountFrozen;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * A payment that has found its account open is done before the freeze is, and whatever comes later
 * finds it frozen: both hold the row of the balance.
 */
@ApplicationScoped
public class AFreezeWaitsForWhatIsBeingPaid {
  private MoneyLedger ledger;

  protected AFreezeWaitsForWhatIsBeingPaid() {}

  @Inject
  public AFreezeWaitsForWhatIsBeingPaid(MoneyLedger ledger) {
    this.ledger = ledger;
  }

  /** Holds the balance of an account that is being frozen. */
  public void frozen(@Observes AccountFrozen account) {
    ledger.hold(account.accountId());
  }
}
