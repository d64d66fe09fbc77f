package com.heyi.promotions;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * A customer buys a level, or renews it: then it begins when the one that he has ends. Whoever
 * sends the same purchase from two tabs wants one term and not two, so it must name what it renews.
 *
 * @param customerId who
 * @param level code of the level; what it costs never changes, so whoever names it has agreed to
 *     that
 * @param accountId the account of the customer's that pays what it costs in money; without meaning
 *     for one that costs none, and may be null then
 * @param renews the membership of his that goes on, as the caller saw it; null for none
 */
public record BuyMembership(
    @NotNull UUID customerId, @NotBlank @Size(max = 40) String level, UUID accountId, UUID renews)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }
}
