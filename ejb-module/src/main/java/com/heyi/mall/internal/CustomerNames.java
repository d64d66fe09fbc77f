package com.heyi.mall.internal;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.accounts.CustomerRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Puts the register's names to lists of customers, however long they are. */
public final class CustomerNames {
  /** As many as the register is asked for at once: a statement takes so many values and no more. */
  private static final int AT_ONCE = 1_000;

  private CustomerNames() {}

  /**
   * The same rows with names; one whom the register does not know stays as he is.
   *
   * @param whose the customer of a row
   * @param named the row with what the register says of him
   */
  public static <T> List<T> put(
      CustomerDirectory customers,
      List<T> rows,
      Function<T, UUID> whose,
      BiFunction<T, CustomerRef, T> named) {
    List<T> all = new ArrayList<>(rows.size());
    for (int from = 0; from < rows.size(); from += AT_ONCE) {
      List<T> some = rows.subList(from, Math.min(rows.size(), from + AT_ONCE));
      Map<UUID, CustomerRef> known = customers.findAll(some.stream().map(whose).toList());
      for (T row : some) {
        CustomerRef customer = known.get(whose.apply(row));
        all.add(customer == null ? row : named.apply(row, customer));
      }
    }
    return all;
  }
}
