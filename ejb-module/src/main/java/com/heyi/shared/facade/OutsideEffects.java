package com.heyi.shared.facade;

import java.util.ArrayList;
import java.util.List;

/**
 * Effects that no rollback undoes, such as a role granted at the identity provider. While a call is
 * tried out for a second person to see, they wait; when it is rolled back they never happen. So a
 * command needs only one code for the trial and for the real run.
 */
public final class OutsideEffects implements AutoCloseable {
  private static final ThreadLocal<OutsideEffects> CURRENT = new ThreadLocal<>();

  private final OutsideEffects outer;
  private final List<Runnable> waiting = new ArrayList<>();

  private OutsideEffects(OutsideEffects outer) {
    this.outer = outer;
  }

  /** Does the effect: at once, or when the call that is being tried out turns out to go ahead. */
  public static void perform(Runnable effect) {
    OutsideEffects holding = CURRENT.get();
    if (holding == null) {
      effect.run();
    } else {
      holding.waiting.add(effect);
    }
  }

  /** Lets effects wait from now on; closing forgets those that were not released. */
  static OutsideEffects waiting() {
    OutsideEffects effects = new OutsideEffects(CURRENT.get());
    CURRENT.set(effects);
    return effects;
  }

  /** Does what waited, or hands it on to the call around this one. */
  void release() {
    if (outer == null) {
      waiting.forEach(Runnable::run);
    } else {
      outer.waiting.addAll(waiting);
    }
    waiting.clear();
  }

  @Override
  public void close() {
    if (outer == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(outer);
    }
  }
}
