package com.heyi.mall;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Moves the usable points of a record over to the customer whom it has turned out to be. They keep
 * their lots and their last days.
 *
 * @param customerId the customer
 * @param recordId the record that points to him
 * @param reason why, as both statements say it
 */
public record MoveRecordsPoints(
    @NotNull UUID customerId, @NotNull UUID recordId, @NotBlank @Size(max = 500) String reason)
    implements Targeted, Reasoned {
  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }
}
