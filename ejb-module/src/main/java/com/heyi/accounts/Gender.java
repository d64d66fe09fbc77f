package com.heyi.accounts;

/** As stated by the seventeenth character of a resident ID, or by an old app. */
public enum Gender {
  FEMALE,
  MALE
}
