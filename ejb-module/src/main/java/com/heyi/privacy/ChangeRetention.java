package com.heyi.privacy;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Changes how long a kind of record is kept.
 *
 * @param kind kind of record
 * @param keepDays days, at least the legal minimum
 * @param version version of the row as the caller saw it
 * @param reason why
 */
public record ChangeRetention(
    @NotBlank @Size(max = 40) String kind,
    @NotNull @Min(1) @Max(36525) Integer keepDays,
    long version,
    @NotBlank @Size(max = 500) String reason)
    implements Targeted, Reasoned {
  @Override
  public String auditTarget() {
    return "retention:" + kind;
  }
}
