package com.heyi.giftcards;

import com.heyi.shared.error.ErrorCode;

/** What gift cards refuse. */
public enum GiftCardsError implements ErrorCode {
  /** The amount must be more than nothing, in CNY. Argument: greatest amount. */
  AMOUNT("gift-card.amount", Kind.INVALID),
  /** Who gives a card away says why. */
  REASON_MISSING("gift-card.reason-missing", Kind.INVALID),
  /** No card has this code. */
  CODE_UNKNOWN("gift-card.code-unknown", Kind.RULE),
  /** The caller has tried too many codes that are none. Arguments: how many, within minutes. */
  CODE_LOCKED("gift-card.code-locked", Kind.TOO_MANY),
  /** The secret that codes are kept by is not set up on this server. */
  NO_KEY("gift-card.no-key", Kind.UNAVAILABLE),
  /** Its code was handed over already. Argument: number of the card. */
  HANDED_OVER("gift-card.handed-over", Kind.CONFLICT),
  /** It cannot be done as the card stands. Arguments: number, status. */
  STATUS("gift-card.status", Kind.RULE),
  /** Its last day is over. Arguments: number, the last day. */
  EXPIRED("gift-card.expired", Kind.RULE),
  /** Nothing is left on it. Argument: number. */
  EMPTY("gift-card.empty", Kind.RULE),
  /** Too little is left on it. Arguments: number, wanted, what is there. */
  INSUFFICIENT("gift-card.insufficient", Kind.RULE),
  /** More is to be given back than is left of what it paid. Arguments: wanted, left. */
  REFUND_TOO_MUCH("gift-card.refund-too-much", Kind.RULE),
  /** Nothing was written off that could come back. Argument: number. */
  NOTHING_WRITTEN_OFF("gift-card.nothing-written-off", Kind.RULE),
  /** A rule does not begin in the past. Argument: the day. */
  RULE_PAST("gift-card.rule-past", Kind.INVALID),
  /** A rule for this day is set already. Argument: the day. */
  RULE_DUPLICATE("gift-card.rule-duplicate", Kind.CONFLICT);

  private final String code;
  private final Kind kind;

  GiftCardsError(String code, Kind kind) {
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
