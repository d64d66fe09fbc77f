package com.heyi.relationship;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.relationship.internal.Funnel;
import com.heyi.relationship.internal.Lifecycles;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.List;

/** How many customers come, stay and go, from the months that the batch has gathered. */
@Facade
@Stateless
public class RetentionFacade {
  @Inject private Funnel funnel;
  @Inject private Lifecycles lifecycles;

  public RetentionFacade() {}

  RetentionFacade(Funnel funnel, Lifecycles lifecycles) {
    this.funnel = funnel;
    this.lifecycles = lifecycles;
  }

  /**
   * New, active, dormant and lost by month, the earliest first.
   *
   * @param from first month, or null for two years of months
   * @param to last month, or null for this one
   * @throws HeyiException {@link RelationshipError#MONTHS} unless they are 1 to 120
   */
  @Query(
      value = "retention.funnel",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR})
  public List<FunnelMonth> funnel(YearMonth from, YearMonth to) {
    return funnel.months(from, to);
  }

  /**
   * Those who came in each month, and how many of them were active in the months after; a month in
   * which nobody came is left out.
   *
   * @param from first month, or null for two years of months
   * @param to last month, of coming and of activity, or null for this one
   * @throws HeyiException {@link RelationshipError#MONTHS} unless they are 1 to 120
   */
  @Query(
      value = "retention.cohorts",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR})
  public List<Cohort> cohorts(YearMonth from, YearMonth to) {
    return funnel.cohorts(from, to);
  }

  /**
   * The customers behind a figure, by the month in which they came.
   *
   * <p>Sorts: {@code cohort}.
   */
  @Query(
      value = "retention.customers",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR},
      personalData = true)
  public Page<FunnelCustomer> customers(FunnelSlice slice, PageRequest request) {
    return funnel.customers(slice, request);
  }

  /** What dormant and lost mean, all that was ever set, the newest first. */
  @Query(
      value = "retention.definitions",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR})
  public List<LifecycleView> definitions() {
    return lifecycles.list();
  }

  /**
   * Sets what dormant and lost mean from a day on.
   *
   * @throws HeyiException {@link RelationshipError#LIFECYCLE_PAST}, {@link
   *     RelationshipError#LIFECYCLE_DUPLICATE}, {@link RelationshipError#LIFECYCLE_ORDER}
   */
  @Command(value = "retention.define", by = HEAD_OFFICE_ADMIN)
  public LifecycleView define(SetLifecycle command) {
    return lifecycles.set(command);
  }
}
