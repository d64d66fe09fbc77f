package com.heyi.accounts.internal;

import com.heyi.accounts.ResidentIdNumber;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;

/**
 * Checks {@link ResidentIdNumber}. That the date of birth is not in the future is left to the
 * facade, which knows what day it is at the bank.
 */
public class ResidentIdNumberCheck implements ConstraintValidator<ResidentIdNumber, String> {
  @Override
  public boolean isValid(String text, ConstraintValidatorContext context) {
    return text == null || ResidentId.parse(text).isPresent();
  }
}
