package com.heyi.accounts;

import com.heyi.accounts.internal.PersonNameCheck;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A person's name in any script: 1 to 100 characters, each counted once however rare (a character
 * outside the Basic Multilingual Plane is one), letters first; inside, also the middle dot of
 * transcribed names, spaces, hyphens, apostrophes and full stops. Null is left to {@code @NotNull}.
 */
@Constraint(validatedBy = PersonNameCheck.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface PersonName {
  /** Key of the text. */
  String message() default "{constraint.PersonName}";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
