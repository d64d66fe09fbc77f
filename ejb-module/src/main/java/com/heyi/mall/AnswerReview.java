package com.heyi.mall;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Answers a review for all who read it.
 *
 * @param reviewId which
 * @param version the version that the caller has seen
 * @param answer what the bank answers; identifiers in it are masked
 */
public record AnswerReview(
    @NotNull UUID reviewId, long version, @NotBlank @Size(max = 500) String answer)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "review:" + reviewId;
  }
}
