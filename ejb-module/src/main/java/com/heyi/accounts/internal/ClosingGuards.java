package com.heyi.accounts.internal;

import com.heyi.accounts.AccountClosingGuard;
import com.heyi.accounts.AccountRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** Everybody who may object to the closing of an account. */
@ApplicationScoped
public class ClosingGuards {
  private Iterable<AccountClosingGuard> guards;

  protected ClosingGuards() {}

  @Inject
  public ClosingGuards(@Any Instance<AccountClosingGuard> guards) {
    this.guards = guards;
  }

  /** For tests, which bring their own. */
  public ClosingGuards(Iterable<AccountClosingGuard> guards) {
    this.guards = guards;
  }

  /** Asks all of them. */
  public void check(AccountRef account) {
    guards.forEach(guard -> guard.check(account));
  }
}
