package com.heyi.accounts.internal;

import com.heyi.accounts.PhoneNumber;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;

/** Checks {@link PhoneNumber}. */
public class PhoneNumberCheck implements ConstraintValidator<PhoneNumber, String> {
  @Override
  public boolean isValid(String text, ConstraintValidatorContext context) {
    return text == null || PhoneNumbers.toE164(text).isPresent();
  }
}
