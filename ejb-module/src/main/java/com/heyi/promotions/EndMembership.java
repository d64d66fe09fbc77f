package com.heyi.promotions;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Ends a membership early; its last day is today.
 *
 * @param membershipId which
 * @param expectedVersion as the caller saw it
 * @param reason why
 */
public record EndMembership(
    @NotNull UUID membershipId, long expectedVersion, @NotBlank @Size(max = 500) String reason)
    implements Targeted, Reasoned {
  @Override
  public String auditTarget() {
    return "membership:" + membershipId;
  }
}
