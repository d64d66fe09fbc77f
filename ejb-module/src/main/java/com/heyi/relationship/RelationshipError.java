package com.heyi.relationship;

import com.heyi.shared.error.ErrorCode;

/** What stands against a change in how customers are placed and looked after. */
public enum RelationshipError implements ErrorCode {
  /** Rules are set for the future. Argument: the earliest day. */
  RULES_PAST("relationship.rules-past", Kind.RULE),
  /** Rules are set from this day on already. */
  RULES_DUPLICATE("relationship.rules-duplicate", Kind.CONFLICT),
  /** The tiers' ranks begin with 0 and have no gap; each code and rank stands once. */
  RANKS("relationship.ranks", Kind.RULE),
  /** Only the lowest tier asks nothing, and it does. Argument: code of the tier. */
  ASKS_NOTHING("relationship.asks-nothing", Kind.RULE),
  /** A threshold is more than nothing, in CNY. Argument: code of the tier. */
  THRESHOLD("relationship.threshold", Kind.RULE),
  /**
   * A higher tier does not ask for less. Arguments: code of the lower tier, code of the higher one.
   */
  THRESHOLDS_FALL("relationship.thresholds-fall", Kind.RULE),
  /** No such tier is in force. Arguments: the code, the codes that are. */
  TIER_UNKNOWN("relationship.tier-unknown", Kind.RULE),
  /** A tier by hand has its last day between these. Arguments: the first, the last. */
  UNTIL("relationship.until", Kind.RULE),
  /** The customer was not placed yet; the batch comes first. Argument: his number. */
  NOT_PLACED("relationship.not-placed", Kind.RULE),
  /** The batch is at work. */
  RUNNING("relationship.running", Kind.CONFLICT),
  /** Everybody was placed for this day. */
  ALL_PLACED("relationship.all-placed", Kind.RULE),
  /** Customers are placed for today only. Argument: today. */
  NOT_TODAY("relationship.not-today", Kind.RULE),
  /** An absence has a first and a last day, in this order. */
  ABSENCE("relationship.absence", Kind.RULE),
  /** Nobody stands in for himself. Argument: the account. */
  SUBSTITUTE("relationship.substitute", Kind.RULE),
  /** There is no manager with this account. Argument: the account. */
  MANAGER_UNKNOWN("relationship.manager-unknown", Kind.RULE),
  /**
   * A manager signs in, as operator or administrator; this account may not, or there is none.
   * Argument: the account.
   */
  MANAGER_ACCOUNT("relationship.manager-account", Kind.RULE),
  /** Customers are handed to managers who are active. Argument: the account. */
  MANAGER_INACTIVE("relationship.manager-inactive", Kind.RULE),
  /** He looks after them already. Argument: the account. */
  SAME_MANAGER("relationship.same-manager", Kind.RULE),
  /** There is no customer with this number. Argument: the number. */
  CUSTOMER_UNKNOWN("relationship.customer-unknown", Kind.RULE),
  /** Somebody else looks after him. Arguments: the customer's number, the manager's account. */
  CARE_MOVED("relationship.care-moved", Kind.CONFLICT),
  /** There is nobody to hand over. */
  NOBODY("relationship.nobody", Kind.RULE),
  /** The alert's status does not allow this. Argument: the status. */
  ALERT_STATUS("relationship.alert-status", Kind.RULE),
  /** Somebody has taken the follow-up on. Argument: who. */
  FOLLOW_UP_CLAIMED("relationship.follow-up-claimed", Kind.CONFLICT),
  /** The follow-up's status does not allow this. Argument: the status. */
  FOLLOW_UP_STATUS("relationship.follow-up-status", Kind.RULE),
  /** Only who looks after the customer today takes it on. Argument: his account, or a dash. */
  FOLLOW_UP_MANAGER("relationship.follow-up-manager", Kind.RULE),
  /** This cannot come of a follow-up for its reason. Arguments: the outcome, those that can. */
  FOLLOW_UP_OUTCOME("relationship.follow-up-outcome", Kind.RULE),
  /** This outcome or reason needs a note. */
  FOLLOW_UP_NOTE("relationship.follow-up-note", Kind.RULE),
  /** A period has a first and a last day, in this order. */
  FOLLOW_UP_DAYS("relationship.follow-up-days", Kind.RULE),
  /** A threshold is set for the future. Argument: the earliest day. */
  THRESHOLD_PAST("relationship.threshold-past", Kind.RULE),
  /** A threshold for this direction and tier is set from this day on already. */
  THRESHOLD_DUPLICATE("relationship.threshold-duplicate", Kind.CONFLICT),
  /** A threshold is more than nothing, in CNY. */
  THRESHOLD_AMOUNT("relationship.threshold-amount", Kind.RULE),
  /** Months are given in order, and not too many. Argument: how many at the most. */
  MONTHS("relationship.months", Kind.RULE),
  /** Definitions are set for the future. Argument: the earliest day. */
  LIFECYCLE_PAST("relationship.lifecycle-past", Kind.RULE),
  /** Definitions are set from this day on already. */
  LIFECYCLE_DUPLICATE("relationship.lifecycle-duplicate", Kind.CONFLICT),
  /** Who is lost has been dormant before. */
  LIFECYCLE_ORDER("relationship.lifecycle-order", Kind.RULE),
  /** A line of the batch's list cannot be read. */
  LINE("tier-evaluation.line", Kind.RULE);

  private final String code;
  private final Kind kind;

  RelationshipError(String code, Kind kind) {
    this.code = code;
    this.kind = kind;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
