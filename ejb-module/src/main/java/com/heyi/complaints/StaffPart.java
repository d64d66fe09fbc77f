package com.heyi.complaints;

/** The part that a member of the staff has in what is complained about. */
public enum StaffPart {
  /** The complainant names him. */
  NAMED,
  /** He sold it. */
  SOLD
}
