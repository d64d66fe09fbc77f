package com.heyi.shared.facade;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A facade method that reads. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Query {
  /** Stable name of the action, {@code <thing>.<verb>}, as it stands in the audit trail. */
  String value();

  /** Who may call it; never empty. */
  Role[] by();

  /** Whether the answer shows a person's data: then the read leaves an audit row too. */
  boolean personalData() default false;

  /**
   * What a bare id or number among the arguments stands for, where the action's name does not tell,
   * such as {@code customer} for {@code points.view}. A named target lets text arguments into the
   * trail: never for a query by resident ID or phone.
   */
  String target() default "";
}
