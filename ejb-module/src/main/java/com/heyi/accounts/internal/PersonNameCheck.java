package com.heyi.accounts.internal;

import com.heyi.accounts.PersonName;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;

/** Checks {@link PersonName}. */
public class PersonNameCheck implements ConstraintValidator<PersonName, String> {
  @Override
  public boolean isValid(String text, ConstraintValidatorContext context) {
    return text == null || PersonNames.isName(text);
  }
}
