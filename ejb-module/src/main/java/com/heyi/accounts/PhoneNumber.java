package com.heyi.accounts;

import com.heyi.accounts.internal.PhoneNumberCheck;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A phone number that can exist; one without a country code is taken for a number in mainland
 * China. Null is left to {@code @NotNull}.
 */
@Constraint(validatedBy = PhoneNumberCheck.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface PhoneNumber {
  /** Key of the text. */
  String message() default "{constraint.PhoneNumber}";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
