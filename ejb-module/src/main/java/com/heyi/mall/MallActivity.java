package com.heyi.mall;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What many customers earned and ordered, for other modules' batches, inside their transactions. It
 * checks no role and leaves no audit row, for the job that asks does so; therefore the edges may
 * not use it.
 */
public interface MallActivity {

  /**
   * What these customers did in the mall, by customer; who did nothing is left out. A fixed number
   * of statements, however many customers.
   *
   * @param pointsFrom first day of which points are counted, or null for all
   * @param ordersFrom first day of which orders are counted
   * @param until last day that is looked at
   */
  Map<UUID, OfCustomer> of(
      Collection<UUID> customers, LocalDate pointsFrom, LocalDate ordersFrom, LocalDate until);

  /**
   * What one customer did.
   *
   * @param earned points granted to him less what was taken back, without what is locked still;
   *     what others in his household gave him is not earned
   * @param orders orders between the days that were not cancelled as a whole
   * @param months months in which he ordered, from the beginning on
   */
  record OfCustomer(long earned, long orders, Set<YearMonth> months) {
    public OfCustomer {
      months = Set.copyOf(months);
    }
  }
}
