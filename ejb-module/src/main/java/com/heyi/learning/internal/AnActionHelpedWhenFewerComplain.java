package com.heyi.learning.internal;

/**
 * An action helped when, over as many months after it as before, fewer cases of its cause came in,
 * and no larger share of them from customers who had complained of the same within 90 days. Where
 * there was no case before, it helped when there is none after.
 */
final class AnActionHelpedWhenFewerComplain {
  private AnActionHelpedWhenFewerComplain() {}

  static boolean holds(Cases before, Cases after) {
    if (before.all() == 0) {
      return after.all() == 0;
    }
    boolean fewer = after.all() < before.all();
    // Shares compared without dividing: a/b <= c/d is ad <= cb where b and d are above 0.
    boolean noMoreAgain = after.repeats() * before.all() <= before.repeats() * after.all();
    return fewer && noMoreAgain;
  }

  /**
   * Cases of a cause in some months.
   *
   * @param all how many
   * @param repeats how many of them are repeats
   */
  record Cases(long all, long repeats) {}
}
