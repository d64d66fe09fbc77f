package com.heyi.menu;

import java.time.LocalDate;
import java.util.List;

/**
 * Which steps of journeys fail how often.
 *
 * @param from the first day
 * @param to the last day
 * @param rows the steps, the one with the most failures first
 */
public record FailingSteps(LocalDate from, LocalDate to, List<Row> rows) {
  public FailingSteps {
    rows = List.copyOf(rows);
  }

  /**
   * A step in a channel.
   *
   * @param function code of the function
   * @param step the step
   * @param channel where
   * @param uses how often the step was taken
   * @param failed how often it failed
   * @param abandoned how often the customer went away at it
   * @param journeys in how many journeys it failed or was left
   */
  public record Row(
      String function,
      String step,
      MenuChannel channel,
      long uses,
      long failed,
      long abandoned,
      long journeys) {

    /** How many of a hundred times it did not go well, rounded down. */
    public int percent() {
      return Math.toIntExact(100 * (failed + abandoned) / uses);
    }
  }
}
