package com.heyi.complaints;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;

/**
 * What a level may give of one remedy.
 *
 * @param level the level
 * @param remedy the remedy
 * @param allowed whether it may be given at all
 * @param moneyMost how much in one case, or null where there is no amount
 * @param pointsMost how many points in one case, or null where there is no amount
 * @param version version of it
 */
public record AuthorityView(
    AuthorityLevel level,
    Remedy remedy,
    boolean allowed,
    Money moneyMost,
    Points pointsMost,
    int version)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "authority:" + level + "/" + remedy;
  }
}
