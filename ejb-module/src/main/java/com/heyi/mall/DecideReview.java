package com.heyi.mall;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Publishes a review or refuses it; keeps one that was reported, or hides it.
 *
 * @param reviewId which
 * @param version the version that the caller has seen
 * @param reason why it is refused or hidden; not needed otherwise
 */
public record DecideReview(@NotNull UUID reviewId, long version, @Size(max = 500) String reason)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "review:" + reviewId;
  }
}
