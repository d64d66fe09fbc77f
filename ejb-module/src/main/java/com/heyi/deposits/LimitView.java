package com.heyi.deposits;

import com.heyi.accounts.AccountType;
import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Money;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A limit from a day on.
 *
 * @param type type of account
 * @param kind what is bounded
 * @param validFrom first day on which it counts
 * @param amount the limit; null for none
 * @param source the rule that it follows
 * @param setAt when it was set
 * @param setBy who set it
 * @param inForce whether it is the one that counts today
 */
public record LimitView(
    AccountType type,
    LimitKind kind,
    LocalDate validFrom,
    Money amount,
    String source,
    Instant setAt,
    String setBy,
    boolean inForce)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "limit:" + type + "/" + kind;
  }
}
