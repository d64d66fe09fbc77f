package com.heyi.learning;

import com.heyi.shared.facade.Targeted;
import java.util.List;

/**
 * How a member of the staff stands.
 *
 * @param staff his account name
 * @param points the points that count today
 * @param violations how many violations they come from
 * @param consequence what they lead to, or null below every threshold
 * @param all everything he was ever given, the latest first
 */
public record StaffPoints(
    String staff, long points, long violations, Consequence consequence, List<ViolationView> all)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "staff:" + staff;
  }
}
