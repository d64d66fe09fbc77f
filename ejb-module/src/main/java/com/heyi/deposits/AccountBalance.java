package com.heyi.deposits;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Money;
import java.util.List;
import java.util.UUID;

/**
 * What lies in an account, and how much may still move.
 *
 * @param accountId the account
 * @param balance what lies in it
 * @param movements how many movements it has had
 * @param limits its limits today, none for an account without
 */
public record AccountBalance(UUID accountId, Money balance, long movements, List<LimitUse> limits)
    implements Targeted {
  public AccountBalance {
    limits = List.copyOf(limits);
  }

  @Override
  public String auditTarget() {
    return "account:" + accountId;
  }
}
