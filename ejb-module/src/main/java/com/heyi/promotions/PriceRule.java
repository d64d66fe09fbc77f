package com.heyi.promotions;

/** What must hold for a coupon to take something off a cart, in the order in which it is asked. */
public enum PriceRule {
  /** It belongs to the customer. */
  HIS_OWN,
  /** It is neither set aside, used, forfeited nor revoked. */
  NOT_USED,
  /** Today is one of its days. */
  ON_ITS_DAYS,
  /** It is good in the branch where it is redeemed, or else in the customer's own. */
  IN_ITS_BRANCH,
  /** Something that it is good for is in the cart. */
  ON_ITS_ITEMS,
  /** What it is good for costs enough. */
  MINIMUM_SPEND,
  /** It may be combined with those applied before it. */
  COMBINES,
  /** Its campaign is running. */
  CAMPAIGN_RUNS,
  /** Its campaign can still pay what it takes off. */
  WITHIN_BUDGET,
  /** Something is left that it could be taken off. */
  TAKES_SOMETHING
}
