package com.heyi.shared.facade;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a field of an entity that tells something about a person. Its values enter the change log
 * masked; the full ones stand only in the record itself and in its history.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Personal {
  /** How much of a value may still be seen. */
  Mask value() default Mask.ALL;
}
