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
}
