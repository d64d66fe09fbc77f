package com.heyi.family;

import com.heyi.shared.facade.Personal;
import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Money;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Gives a red packet to somebody of the household.
 *
 * @param householdId the household
 * @param giverId who gives, a guardian
 * @param receiverId who gets it, of the same household
 * @param fromAccount an account of the giver
 * @param toAccount an account of the receiver
 * @param amount how much, in CNY
 * @param greeting what is said with it, or null
 */
public record GiveRedPacket(
    @NotNull UUID householdId,
    @NotNull UUID giverId,
    @NotNull UUID receiverId,
    @NotNull UUID fromAccount,
    @NotNull UUID toAccount,
    @NotNull Money amount,
    @Personal @Size(max = 100) String greeting)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "household:" + householdId;
  }
}
