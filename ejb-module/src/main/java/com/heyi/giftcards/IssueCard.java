package com.heyi.giftcards;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Money;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Issues a gift card.
 *
 * @param amount what it holds, in CNY, more than nothing
 * @param funding what the money comes from
 * @param customerId who gets it, or null when that is not known
 * @param reason why; needed when it is given away
 */
public record IssueCard(
    @NotNull Money amount,
    @NotNull Funding funding,
    UUID customerId,
    @Size(max = 500) String reason)
    implements Targeted, Reasoned {

  public IssueCard {
    reason = reason == null || reason.isBlank() ? null : reason.strip();
  }

  @Override
  public String auditTarget() {
    return customerId == null ? null : "customer:" + customerId;
  }
}
