package com.heyi.shared.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An amount of loyalty points: whole, zero or more.
 *
 * @param amount number of points, 0 to {@link Long#MAX_VALUE}
 */
public record Points(@JsonValue long amount) implements Comparable<Points> {
  public static final Points ZERO = new Points(0);

  /**
   * @throws IllegalArgumentException when negative: what is owed is a posting's sign, not an amount
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Points {
    if (amount < 0) {
      throw new IllegalArgumentException("Points cannot be negative: " + amount);
    }
  }

  public static Points of(long amount) {
    return amount == 0 ? ZERO : new Points(amount);
  }

  /**
   * @throws ArithmeticException beyond {@link Long#MAX_VALUE}
   */
  public Points plus(Points other) {
    return of(Math.addExact(amount, other.amount));
  }

  /**
   * @throws IllegalArgumentException when the other is more than this
   */
  public Points minus(Points other) {
    return of(amount - other.amount);
  }

  /**
   * @throws ArithmeticException beyond {@link Long#MAX_VALUE}
   */
  public Points times(long factor) {
    return of(Math.multiplyExact(amount, factor));
  }

  public Points min(Points other) {
    return amount <= other.amount ? this : other;
  }

  public boolean isZero() {
    return amount == 0;
  }

  public boolean isMoreThan(Points other) {
    return amount > other.amount;
  }

  @Override
  public int compareTo(Points other) {
    return Long.compare(amount, other.amount);
  }

  @Override
  public String toString() {
    return Long.toString(amount);
  }
}
