package com.heyi.learning.internal;

import com.heyi.learning.SatisfactionFigures;
import com.heyi.shared.value.WilsonInterval;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What is counted of some surveys; counts of parts add up, their shares and means do not.
 *
 * @param asked surveys
 * @param reached of these handed over to him who is asked, or answered
 * @param answered of these answered
 * @param satisfied grade 4 or 5
 * @param grades sum of the grades
 * @param easy effort 5 to 7
 * @param veryEasy effort 6 or 7
 * @param hard effort 1 to 3
 * @param efforts sum of the efforts
 */
record SatisfactionCounts(
    long asked,
    long reached,
    long answered,
    long satisfied,
    long grades,
    long easy,
    long veryEasy,
    long hard,
    long efforts) {
  static final SatisfactionCounts NONE = new SatisfactionCounts(0, 0, 0, 0, 0, 0, 0, 0, 0);

  SatisfactionCounts plus(SatisfactionCounts other) {
    return new SatisfactionCounts(
        asked + other.asked,
        reached + other.reached,
        answered + other.answered,
        satisfied + other.satisfied,
        grades + other.grades,
        easy + other.easy,
        veryEasy + other.veryEasy,
        hard + other.hard,
        efforts + other.efforts);
  }

  SatisfactionFigures figures() {
    Integer responseRate = reached == 0 ? null : thousandths(answered, reached);
    if (answered < SatisfactionFigures.FEWEST_ANSWERS) {
      return new SatisfactionFigures(
          asked, reached, answered, responseRate, null, null, null, null, null, null, null);
    }
    WilsonInterval interval = WilsonInterval.of(satisfied, answered);
    return new SatisfactionFigures(
        asked,
        reached,
        answered,
        responseRate,
        thousandths(satisfied, answered),
        interval.from(),
        interval.to(),
        mean(grades),
        mean(efforts),
        thousandths(easy, answered),
        thousandths(veryEasy - hard, answered));
  }

  private BigDecimal mean(long sum) {
    return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(answered), 2, RoundingMode.HALF_UP);
  }

  private static int thousandths(long part, long whole) {
    return BigDecimal.valueOf(1000 * part)
        .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP)
        .intValueExact();
  }
}
