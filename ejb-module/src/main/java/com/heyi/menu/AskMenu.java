package com.heyi.menu;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;

/**
 * Asks for a customer's menu.
 *
 * @param customerId the customer
 * @param channel where it is shown
 * @param at for when; null for now. The day counts, in the bank's zone; what is known is what is
 *     known now
 * @param places the most functions wanted
 */
public record AskMenu(
    @NotNull UUID customerId,
    @NotNull MenuChannel channel,
    Instant at,
    @Min(1) @Max(AskMenu.MOST) int places)
    implements Targeted {
  public static final int MOST = 50;

  /** As many as a telephone shows without scrolling. */
  public static final int USUAL = 8;

  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }
}
