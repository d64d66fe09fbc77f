package com.heyi.mall;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.mall.internal.CustomerNames;
import com.heyi.mall.internal.SalesBook;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.PagingError;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What the mall sells: gross merchandise value with its factors, and the way to an order. */
@Facade
@Stateless
public class SalesFacade {
  /** More than any mall has, and what a file takes. */
  private static final int MOST_ITEMS = 100_000;

  private static final String STEP = "step";
  private static final String FROM = "from";
  private static final String TO = "to";

  @Inject private SalesBook book;
  @Inject private CustomerDirectory customers;
  @Inject private Clock clock;

  /**
   * The sales of a period.
   *
   * @param from its first day, see {@link SalesPeriod#of}
   * @param to its last day
   * @throws HeyiException {@link PagingError#FILTER_VALUE}, {@link MallError#PERIOD}
   */
  @Query(
      value = "sales.report",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR})
  public SalesReport report(String from, String to) {
    return book.report(period(from, to));
  }

  /**
   * Everything that was ordered in a period, what brought most first, up to {@value #MOST_ITEMS}
   * items.
   *
   * @param from its first day, see {@link SalesPeriod#of}
   * @param to its last day
   * @throws HeyiException {@link PagingError#FILTER_VALUE}, {@link MallError#PERIOD}
   */
  @Query(
      value = "sales.items",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR})
  public SalesItems items(String from, String to) {
    SalesPeriod period = period(from, to);
    return new SalesItems(period, book.items(period, MOST_ITEMS));
  }

  /**
   * The customers behind a step of the funnel, who redeemed most in the period first.
   *
   * <p>Filters: {@code step} (members unless told), {@code from} and {@code to} (as of {@link
   * #report}). It cannot be sorted.
   *
   * @throws HeyiException {@link PagingError#FILTER}, {@link PagingError#FILTER_VALUE}, {@link
   *     PagingError#CURSOR}, {@link PagingError#SORT}, {@link MallError#PERIOD}
   */
  @Query(
      value = "sales.members",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR},
      personalData = true)
  public Page<FunnelMember> members(PageRequest request) {
    request.requireFiltersOf(STEP, FROM, TO);
    Map<String, String> asked = request.filters();
    Page<FunnelMember> found =
        book.members(step(asked.get(STEP)), period(asked.get(FROM), asked.get(TO)), request);
    return new Page<>(named(found.items()), found.nextCursor(), found.total());
  }

  /**
   * The same in one list, all of one moment, for a file.
   *
   * @param step name of the step; members when it is left out
   * @param most how many at most
   * @throws HeyiException {@link PagingError#FILTER_VALUE}, {@link MallError#PERIOD}
   */
  @Query(
      value = "sales.all-members",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR},
      personalData = true)
  public List<FunnelMember> allMembers(String step, String from, String to, int most) {
    return named(book.members(step(step), period(from, to), most));
  }

  private List<FunnelMember> named(List<FunnelMember> found) {
    return CustomerNames.put(
        customers,
        found,
        FunnelMember::customerId,
        (one, customer) -> one.named(customer.number(), customer.name()));
  }

  /** Records a file made of figures, with its hash, before it is handed over. */
  @Query(
      value = "sales.export",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR},
      personalData = true)
  public void exported(FiguresExported made) {
    made.note("figures", made.figures());
  }

  private SalesPeriod period(String from, String to) {
    return SalesPeriod.of(from, to, LocalDate.now(clock));
  }

  private static FunnelStep step(String text) {
    if (text == null) {
      return FunnelStep.MEMBERS;
    }
    return Arrays.stream(FunnelStep.values())
        .filter(step -> step.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new HeyiException(
                    PagingError.FILTER_VALUE, STEP, text, Arrays.toString(FunnelStep.values())));
  }
}
