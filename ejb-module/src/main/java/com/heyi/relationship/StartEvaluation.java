package com.heyi.relationship;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * Places the customers who were not placed for a day yet.
 *
 * @param day today: what is booked before it counts
 */
public record StartEvaluation(@NotNull LocalDate day) implements Targeted {
  @Override
  public String auditTarget() {
    return "tier-evaluation:" + day;
  }
}
