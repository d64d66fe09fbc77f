package com.heyi.menu;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * Tells what a customer used.
 *
 * @param customerId the customer
 * @param uses 1 to 500, in any order, all taken or none
 */
public record ReportUses(
    @NotNull UUID customerId, @NotEmpty @Size(max = 500) List<@Valid @NotNull FunctionUse> uses)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }
}
