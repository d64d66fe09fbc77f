package com.heyi.mall;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.mall.internal.CustomerNames;
import com.heyi.mall.internal.Days;
import com.heyi.mall.internal.LiabilityBook;
import com.heyi.mall.internal.Reconciling;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.PagingError;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** What the points are worth in the bank's books, and the auditor's proof of every balance. */
@Facade
@Stateless
public class LiabilityFacade {
  private static final String ON = "on";

  @Inject private LiabilityBook book;
  @Inject private Reconciling reconciling;
  @Inject private CustomerDirectory customers;
  @Inject private Clock clock;

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
   * How the outstanding points came to what they are on a day: from the end of the month before, by
   * what happened since.
   *
   * @param on the day, {@code yyyy-MM-dd}, not after today; today when it is left out
   * @throws HeyiException {@link PagingError#FILTER_VALUE}
   */
  @Query(
      value = "points.liability-change",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR})
  public LiabilityChange change(String on) {
    return book.change(day(on));
  }

  /**
   * Who has the points that are outstanding on a day, most first.
   *
   * <p>Filters: {@code on} (the day, as of {@link #change}). It cannot be sorted.
   *
   * @throws HeyiException {@link PagingError#FILTER}, {@link PagingError#FILTER_VALUE}, {@link
   *     PagingError#CURSOR}, {@link PagingError#SORT}
   */
  @Query(
      value = "points.holders",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR},
      personalData = true)
  public Page<PointsHolder> holders(PageRequest request) {
    request.requireFiltersOf(ON);
    Page<PointsHolder> found = book.holders(day(request.filters().get(ON)), request);
    return new Page<>(named(found.items()), found.nextCursor(), found.total());
  }

  /**
   * The same in one list, all of one moment, for a file.
   *
   * @param on the day, as of {@link #change}
   * @param most how many at most
   * @throws HeyiException {@link PagingError#FILTER_VALUE}
   */
  @Query(
      value = "points.all-holders",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR},
      personalData = true)
  public List<PointsHolder> allHolders(String on, int most) {
    return named(book.holders(day(on), most));
  }

  private List<PointsHolder> named(List<PointsHolder> found) {
    return CustomerNames.put(
        customers,
        found,
        PointsHolder::customerId,
        (one, customer) -> one.named(customer.number(), customer.name()));
  }

  private LocalDate day(String text) {
    return Days.upTo(LocalDate.now(clock), ON, text);
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
