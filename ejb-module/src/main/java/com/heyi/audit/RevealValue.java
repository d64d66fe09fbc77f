package com.heyi.audit;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Asks for one masked value in full.
 *
 * @param subject the record
 * @param revision its version
 * @param field the field
 * @param reason why it must be seen; a word will not do
 */
public record RevealValue(
    @NotNull @Valid Subject subject,
    long revision,
    @NotBlank @Size(max = 60) String field,
    @NotBlank @Size(min = SHORTEST_REASON, max = 500) String reason)
    implements Targeted, Reasoned {
  /** The fewest characters that a reason must have. */
  public static final int SHORTEST_REASON = 10;

  @Override
  public String auditTarget() {
    return subject == null ? null : subject.target();
  }
}
