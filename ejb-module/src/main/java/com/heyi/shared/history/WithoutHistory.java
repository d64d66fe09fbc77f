package com.heyi.shared.history;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks an entity that changes and of which no versions are kept, and says why that is right. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WithoutHistory {
  /** Why no before-image is lost that anybody could ask for. */
  String value();
}
