package com.heyi.learning;

import java.math.BigDecimal;

/**
 * How satisfied complainants were and how easy it was made for them, of the surveys asked in a
 * period. Shares are in thousandths. With fewer than {@link #FEWEST_ANSWERS} answers only asked,
 * reached, answered and the response rate are told, the others are null: a mean of three is an
 * anecdote.
 *
 * @param asked surveys asked
 * @param reached of these those whose question was handed over to the app, the mail server or the
 *     gateway, and those who answered by whichever way; surveys asked before this was kept count
 * @param answered of these answered, by the link or taken down by the staff
 * @param responseRate answered of reached, for who got no question can not answer it; null when
 *     none was reached
 * @param satisfied those who gave 4 or 5 of 5 (top two boxes), of those who answered
 * @param satisfiedFrom lower end of its 95 % interval
 * @param satisfiedTo upper end of it
 * @param meanSatisfaction mean grade, 1.00 to 5.00
 * @param meanEffort mean of CES 2.0, 1.00 to 7.00; 7 is very easy
 * @param easy CES 2.0 as the share of 5 to 7
 * @param netEasy CES 2.0 as the share of 6 and 7 less that of 1 to 3, -1000 to 1000
 */
public record SatisfactionFigures(
    long asked,
    long reached,
    long answered,
    Integer responseRate,
    Integer satisfied,
    Integer satisfiedFrom,
    Integer satisfiedTo,
    BigDecimal meanSatisfaction,
    BigDecimal meanEffort,
    Integer easy,
    Integer netEasy) {
  /** With fewer answers no mean and no share is told. */
  public static final int FEWEST_ANSWERS = 5;

  /** Whether there are answers, but too few to say more than how many. */
  public boolean tooFew() {
    return answered > 0 && answered < FEWEST_ANSWERS;
  }
}
