package com.heyi.mall;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.mall.internal.LiabilityBook;
import com.heyi.mall.internal.Reconciling;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What the points are worth in the bank's books, and the auditor's proof of every balance. */
@Facade
@Stateless
public class LiabilityFacade {
  @Inject private LiabilityBook book;
  @Inject private Reconciling reconciling;

  /**
   * Liability and breakage over time.
   *
   * @param months how many ends of months before today, 1 to 120
   */
  @Query(
      value = "points.liability",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR})
  public Liability liability(int months) {
    return book.liability(Math.max(1, Math.min(120, months)));
  }

  /**
   * Splits the price of a sale between what was sold and the points given with it.
   *
   * @param price CNY, 0 or more
   * @param points points given with it
   * @param on the day by whose figures, or null for today
   */
  @Query(
      value = "points.allocate",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR})
  public LiabilityParameter.Allocation allocate(BigDecimal price, long points, LocalDate on) {
    return book.on(on)
        .allocate(new Money(price.max(BigDecimal.ZERO), Money.CNY), Points.of(Math.max(0, points)));
  }

  /** All figures that were ever set, the newest first. */
  @Query(
      value = "points.liability-parameters",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR})
  public List<LiabilityParameter> parameters() {
    return book.list();
  }

  /**
   * Sets what points are reckoned to be worth, from a day on.
   *
   * @throws HeyiException {@link MallError#RULE_PAST}, {@link MallError#RULE_DUPLICATE}
   */
  @Command(value = "points.set-liability", by = HEAD_OFFICE_ADMIN)
  public LiabilityParameter set(SetLiabilityParameter command) {
    return book.set(command);
  }

  /** Proves the balance of every customer from his entries; names the first that differs. */
  @Query(
      value = "points.reconcile",
      by = {HEAD_OFFICE_ADMIN, AUDITOR})
  public Reconciliation reconcile() {
    return reconciling.all();
  }
}
