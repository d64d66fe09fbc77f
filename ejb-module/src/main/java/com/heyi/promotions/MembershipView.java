package com.heyi.promotions;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A customer's time on a level.
 *
 * @param id the membership
 * @param version version; a change must name it
 * @param customerId whose
 * @param level code of the level
 * @param name of the level
 * @param startsOn first day
 * @param endsOn last day as bought
 * @param endedOn last day when it was ended early, or null
 * @param fee points that it cost
 * @param refunded points that came back, without those that were forfeited; or null
 * @param cash money that it cost beside the points
 * @param cashRefunded money given back, or null
 * @param inForce whether today is one of its days
 * @param goesOn whether it is neither over nor ended; the next purchase must name it
 */
public record MembershipView(
    UUID id,
    long version,
    UUID customerId,
    String level,
    String name,
    LocalDate startsOn,
    LocalDate endsOn,
    LocalDate endedOn,
    Points fee,
    Points refunded,
    Money cash,
    Money cashRefunded,
    boolean inForce,
    boolean goesOn)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "membership:" + id;
  }
}
