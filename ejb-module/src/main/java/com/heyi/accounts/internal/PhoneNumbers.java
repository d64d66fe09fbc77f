package com.heyi.accounts.internal;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;

/** Reads phone numbers as people write them. */
final class PhoneNumbers {
  private static final String HOME_REGION = "CN";
  private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();

  private PhoneNumbers() {}

  /** The number in E.164, such as +8613812345678; empty when no such number can exist. */
  static Optional<String> toE164(String text) {
    try {
      var number = UTIL.parse(text, HOME_REGION);
      return UTIL.isValidNumber(number) && !number.hasExtension()
          ? Optional.of(UTIL.format(number, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }
}
