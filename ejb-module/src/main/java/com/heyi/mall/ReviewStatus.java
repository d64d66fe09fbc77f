package com.heyi.mall;

/** What has become of a review. */
public enum ReviewStatus {
  PENDING,
  PUBLISHED,
  REFUSED
}
