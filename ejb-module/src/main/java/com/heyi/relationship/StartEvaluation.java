package com.heyi.relationship;

import com.heyi.shared.facade.Targeted;
import java.time.LocalDate;

/**
 * Places the customers who were not placed for a day yet.
 *
 * @param day today, for which what is booked before counts; null says today without naming it
 */
public record StartEvaluation(LocalDate day) implements Targeted {
  @Override
  public String auditTarget() {
    return day == null ? null : "tier-evaluation:" + day;
  }
}
