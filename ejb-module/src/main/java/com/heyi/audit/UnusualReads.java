package com.heyi.audit;

import java.time.LocalDate;
import java.util.List;

/**
 * Days on which somebody read the data of unusually many customers.
 *
 * @param thresholds by what they were found
 * @param days the days found, the latest first
 */
public record UnusualReads(Thresholds thresholds, List<ReadingDay> days) {
  public UnusualReads {
    days = List.copyOf(days);
  }

  /**
   * What counts as unusual: at least {@code fewest} customers on one day, and at least so many
   * times the person's own median day or that of others with his roles; or more than anybody may
   * read.
   *
   * @param lookedAt how many days back are looked at
   * @param fewest fewer customers on a day are never unusual
   * @param timesOwn so many times the person's own median
   * @param timesRole so many times the median of his role
   * @param most from so many customers on a day on it is unusual for anybody
   * @param mostOfSystem the same for a branch's system
   */
  public record Thresholds(
      int lookedAt, int fewest, int timesOwn, int timesRole, int most, int mostOfSystem) {}

  /**
   * What one person read on one day.
   *
   * @param day the day in the bank's zone
   * @param who the person
   * @param roles the roles he held then, separated by commas
   * @param customers how many different customers' data he read
   * @param reads how many times he read
   * @param ownMedian median of customers on the other days on which he read any; 0 when there are
   *     none
   * @param roleMedian median of customers a day of others with the same roles; 0 when there are
   *     none
   */
  public record ReadingDay(
      LocalDate day,
      String who,
      String roles,
      long customers,
      long reads,
      long ownMedian,
      long roleMedian) {}
}
