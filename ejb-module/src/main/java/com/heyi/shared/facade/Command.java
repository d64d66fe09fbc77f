package com.heyi.shared.facade;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A facade method that changes something. Leaves one audit row, whatever its outcome. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Command {
  /** Stable name of the action, {@code <thing>.<verb>}, as it stands in the audit trail. */
  String value();

  /** Who may call it; never empty. */
  Role[] by();

  /**
   * What its weight counts, when it has an amount by which a second person may be asked for. The
   * command then says in its run how heavy it is, by {@link ChangeLog#weigh}.
   */
  WeightUnit weighs() default WeightUnit.NONE;

  /**
   * Whether it may be called without signing in, by whoever holds what the command carries: a
   * one-time token that was sent to him.
   */
  boolean withoutSignIn() default false;
}
