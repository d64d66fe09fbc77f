package com.heyi.mall;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.mall.internal.SalesBook;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.paging.PagingError;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;

/** What the mall sells: gross merchandise value with its factors, and the way to an order. */
@Facade
@Stateless
public class SalesFacade {
  @Inject private SalesBook book;
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
    return book.report(SalesPeriod.of(from, to, LocalDate.now(clock)));
  }
}
