package com.heyi.deposits;

import com.heyi.accounts.AccountType;
import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * Sets a limit from a day on. What was in force before that day stays as it was.
 *
 * @param type type of account
 * @param kind what is bounded
 * @param amount the limit in CNY; null for none
 * @param validFrom first day on which it counts, not before today
 * @param source the rule that it follows
 */
public record SetLimit(
    @NotNull AccountType type,
    @NotNull LimitKind kind,
    Money amount,
    @NotNull LocalDate validFrom,
    @NotBlank @Size(max = 500) String source)
    implements Targeted, Reasoned {
  @Override
  public String auditTarget() {
    return "limit:" + type + "/" + kind;
  }

  @Override
  public String reason() {
    return source;
  }
}
