package com.heyi.learning;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Retires a root cause: it takes no new cases, those that have it keep it.
 *
 * @param code the node
 * @param expectedVersion version of it that the sender has seen
 * @param reason why
 */
public record RetireCause(
    @NotBlank String code, long expectedVersion, @NotBlank @Size(max = 500) String reason)
    implements Targeted, Reasoned {
  @Override
  public String auditTarget() {
    return "cause:" + code;
  }
}
