package com.heyi.accounts;

/** What a customer shows or signs, and the bank keeps a note of. */
public enum DocumentKind {
  /** The resident identity card. */
  RESIDENT_CARD(true),
  /** Staff have met him, or seen him by a remote counter, and compared him with his card. */
  MEETING(false),
  /** His declaration of where he is resident for tax. */
  TAX_DECLARATION(false),
  /** What shows who his guardian is, such as the household register. */
  GUARDIANSHIP(true);

  private final boolean numbered;

  DocumentKind(boolean numbered) {
    this.numbered = numbered;
  }

  /** Whether it has a number that must be noted. */
  public boolean isNumbered() {
    return numbered;
  }
}
