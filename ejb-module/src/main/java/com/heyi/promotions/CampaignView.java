package com.heyi.promotions;

import com.heyi.imports.ImportRunView;
import com.heyi.shared.facade.Targeted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A campaign as it stands.
 *
 * @param id the campaign
 * @param version version; a change must name it
 * @param code by which people name it
 * @param name what it is called
 * @param status how far it is
 * @param startsOn first day
 * @param endsOn last day
 * @param branch home branch of its audience, or null for all
 * @param registeredSince its audience registered on this day or later, or null
 * @param template code of the coupon that it issues, or null
 * @param unit what its budget counts
 * @param budget how much it may spend
 * @param spent how much it has spent, what was given back taken off
 * @param coupons coupons that it issued
 * @param taken those of them that are used in an order
 * @param run the latest run that issued its coupon to the audience, or null; null in a list
 * @param createdAt when it was defined
 * @param createdBy who defined it
 */
public record CampaignView(
    UUID id,
    long version,
    String code,
    String name,
    CampaignStatus status,
    LocalDate startsOn,
    LocalDate endsOn,
    String branch,
    LocalDate registeredSince,
    String template,
    BudgetUnit unit,
    long budget,
    long spent,
    long coupons,
    long taken,
    ImportRunView run,
    Instant createdAt,
    String createdBy)
    implements Targeted {

  /** What it may still spend. */
  public long left() {
    return budget - spent;
  }

  /** Share of the budget that is spent, 0 to 100. */
  public int percentSpent() {
    return budget == 0 ? 0 : (int) (spent * 100 / budget);
  }

  @Override
  public String auditTarget() {
    return "campaign:" + id;
  }
}
