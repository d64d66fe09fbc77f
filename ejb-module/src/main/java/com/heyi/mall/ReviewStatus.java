package com.heyi.mall;

/** What has become of a review. */
public enum ReviewStatus {
  /** Nobody has decided yet; nobody reads it. */
  PENDING,
  /** Everybody can read it. */
  PUBLISHED,
  /** Somebody has something against it; everybody can read it until it is hidden. */
  REPORTED,
  /** It was read once, and is no more, for a reason. */
  HIDDEN,
  /** Nobody ever read it, for a reason. */
  REFUSED;

  /** Whether everybody can read it. */
  public boolean isShown() {
    return this == PUBLISHED || this == REPORTED;
  }
}
