package com.heyi.promotions;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Points;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What earns points; see {@link CreateTask}.
 *
 * @param id the task
 */
public record TaskView(
    UUID id,
    String code,
    String name,
    TaskKind kind,
    Points points,
    int perDay,
    Integer perMonth,
    Integer inAll,
    Integer streakDays,
    Points streakBonus,
    String campaign,
    LocalDate startsOn,
    LocalDate endsOn)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "task:" + id;
  }
}
