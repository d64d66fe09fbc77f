package com.heyi.mall;

/** Where a moment lies in the time of an offer. */
public enum OfferState {
  COMING,
  HOLDS,
  OVER
}
