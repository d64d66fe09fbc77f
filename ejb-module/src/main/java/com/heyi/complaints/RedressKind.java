package com.heyi.complaints;

/** What a complainant is given. */
public enum RedressKind {
  MONEY,
  POINTS
}
