package com.heyi.accounts;

import java.util.List;
import java.util.Map;

/**
 * Which functions stand in several apps, and whom that meets. An app's customer counts as a user of
 * each of its functions, for the old apps do not tell who used which.
 *
 * @param apps the columns: apps that are not closed, by code
 * @param rows one for each function that any of them offers, those that meet most customers twice
 *     first
 */
public record OverlapReport(List<RegisteredApp> apps, List<Row> rows) {
  public OverlapReport {
    apps = List.copyOf(apps);
    rows = List.copyOf(rows);
  }

  /**
   * A function across the apps.
   *
   * @param function the function
   * @param users customers of each app that offers it, by the app's code; absent where it does not
   * @param all customers who find it in at least one app
   * @param twice those who find it in two apps or more
   * @param pairs for each two of the apps, how many customers both know
   */
  public record Row(
      AppFunctionView function, Map<String, Long> users, long all, long twice, List<Pair> pairs) {
    public Row {
      users = Map.copyOf(users);
      pairs = List.copyOf(pairs);
    }

    /** In how many apps it stands. */
    public int apps() {
      return users.size();
    }

    /** Share of its customers who find it twice, in percent, rounded down. */
    public long percentTwice() {
      return all == 0 ? 0 : twice * 100 / all;
    }
  }

  /**
   * Two apps with the same function.
   *
   * @param one code of one
   * @param other code of the other
   * @param users customers whom both know
   */
  public record Pair(String one, String other, long users) {}
}
