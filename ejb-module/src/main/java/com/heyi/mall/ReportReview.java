package com.heyi.mall;

import com.heyi.shared.facade.Mask;
import com.heyi.shared.facade.Personal;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Says what is wrong with a review that everybody reads.
 *
 * @param reviewId which
 * @param reason what somebody has against it; identifiers in it are masked
 */
public record ReportReview(
    @NotNull UUID reviewId, @Personal(Mask.ALL) @NotBlank @Size(max = 500) String reason)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "review:" + reviewId;
  }
}
