package com.heyi.winddown;

import com.heyi.imports.ImportRunView;
import com.heyi.shared.facade.Targeted;
import java.time.Instant;
import java.util.UUID;

/**
 * The end of an app as it stands.
 *
 * @param row its days and status
 * @param version version of the plan; a change must name it
 * @param reason why it ends
 * @param impact whom and what it concerned when it was announced
 * @param announcedBy who announced it
 * @param frozenAt when it was frozen, or null
 * @param migratingAt when the migration began, or null
 * @param run the latest run of the batch, or null before the migration
 * @param progress what has been migrated and what is left
 */
public record PlanView(
    PlanRow row,
    long version,
    String reason,
    AppImpact impact,
    String announcedBy,
    Instant frozenAt,
    Instant migratingAt,
    ImportRunView run,
    PlanProgress progress)
    implements Targeted {

  /** The plan's id. */
  public UUID id() {
    return row.id();
  }

  @Override
  public String auditTarget() {
    return "plan:" + row.id();
  }
}
