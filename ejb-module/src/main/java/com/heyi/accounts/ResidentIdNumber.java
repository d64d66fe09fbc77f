package com.heyi.accounts;

import com.heyi.accounts.internal.ResidentIdNumberCheck;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A resident ID number after GB 11643-1999: 18 characters, region, a real date of birth, and a
 * check character that is right (MOD 11-2 of ISO 7064). A lower-case x will do. Null is left to
 * {@code @NotNull}.
 */
@Constraint(validatedBy = ResidentIdNumberCheck.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface ResidentIdNumber {
  /** Key of the text. */
  String message() default "{constraint.ResidentIdNumber}";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
