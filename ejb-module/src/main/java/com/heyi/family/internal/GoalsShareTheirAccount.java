package com.heyi.family.internal;

import com.heyi.family.HouseholdView;
import com.heyi.shared.value.Money;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * An account has one goal. Where two were set on one before that was so, what lies there is saved
 * for them in the order in which they were set, and not for each of them again.
 */
final class GoalsShareTheirAccount {
  private GoalsShareTheirAccount() {}

  /**
   * The goals in their order, each with what is saved for it.
   *
   * @param balance what lies in an account
   */
  static List<HouseholdView.Goal> views(List<Goal> goals, Function<UUID, Money> balance) {
    Map<UUID, Money> left = new HashMap<>();
    Map<UUID, Goal> last = new HashMap<>();
    List<Goal> asSet =
        goals.stream().sorted(Comparator.comparing(Goal::setAt).thenComparing(Goal::id)).toList();
    asSet.forEach(goal -> last.put(goal.accountId(), goal));
    Map<UUID, Money> saved = new HashMap<>();
    for (Goal goal : asSet) {
      Money there = left.computeIfAbsent(goal.accountId(), balance);
      boolean takesAll = last.get(goal.accountId()) == goal || there.compareTo(goal.target()) < 0;
      Money share = takesAll ? there : goal.target();
      saved.put(goal.id(), share);
      left.put(goal.accountId(), there.minus(share));
    }
    return goals.stream().map(goal -> goal.view(saved.get(goal.id()))).toList();
  }
}
