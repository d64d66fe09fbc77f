package com.heyi.mall;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Confirms a checkout or lets it go.
 *
 * @param checkoutId which
 */
public record ResolveCheckout(@NotNull UUID checkoutId) implements Targeted {
  @Override
  public String auditTarget() {
    return "checkout:" + checkoutId;
  }
}
