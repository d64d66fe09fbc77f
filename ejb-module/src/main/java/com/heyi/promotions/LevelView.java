package com.heyi.promotions;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import java.util.UUID;

/**
 * A level of membership; see {@link CreateLevel}.
 *
 * @param id the level
 */
public record LevelView(
    UUID id,
    String code,
    String name,
    int rank,
    Points fee,
    Money cash,
    int months,
    FeeRefund refund)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "membership_level:" + id;
  }
}
