package com.heyi.family;

/** What somebody is in a household. */
public enum MemberRole {
  /** Of age, and decides for the children. */
  GUARDIAN,
  /** Under eighteen. */
  CHILD
}
