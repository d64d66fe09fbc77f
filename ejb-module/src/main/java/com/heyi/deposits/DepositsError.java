package com.heyi.deposits;

import com.heyi.shared.error.ErrorCode;
import com.heyi.shared.error.HeyiException;
import java.math.BigDecimal;

/** What the deposit ledger refuses. */
public enum DepositsError implements ErrorCode {
  /** The amount must be more than nothing and in CNY. Argument: greatest amount. */
  AMOUNT("movement.amount", Kind.INVALID),
  /** A reversal is not booked like this, but on the movement that it takes back. */
  KIND("movement.kind", Kind.INVALID),
  /** The kind of movement needs somebody on the other side to be named. */
  COUNTERPARTY_MISSING("movement.counterparty-missing", Kind.INVALID),
  /** There is no account here with this number. Argument: the number. */
  COUNTERPARTY_UNKNOWN("movement.counterparty-unknown", Kind.RULE),
  /** The account would pay itself. */
  SAME_ACCOUNT("movement.same-account", Kind.RULE),
  /** The account is frozen or closed. Arguments: account number, status. */
  NOT_USABLE("movement.not-usable", Kind.RULE),
  /** There is too little in the account. Arguments: wanted, what is there. */
  INSUFFICIENT("movement.insufficient", Kind.RULE),
  /** Arguments: the limit's kind, account number, the limit, used, left, wanted. */
  LIMIT("movement.limit", Kind.RULE),
  /** The movement is taken back already. */
  REVERSED("movement.reversed", Kind.CONFLICT),
  /** A reversal is not taken back: what was right is booked anew. */
  IS_REVERSAL("movement.is-reversal", Kind.RULE),
  /** It belongs to a complaint, and is taken back there. */
  IS_REDRESS("movement.is-redress", Kind.RULE),
  /** It belongs to an order of the mall, and is undone there. */
  IS_PURCHASE("movement.is-purchase", Kind.RULE),
  /** It belongs to a deed of another module that says that it was paid. */
  IS_DEED("movement.is-deed", Kind.RULE),
  /** More is to be given back than is left of what was paid. Arguments: wanted, left. */
  REFUND_TOO_MUCH("movement.refund-too-much", Kind.RULE),
  /** The account that paid is closed, and its owner has no other. Argument: its number. */
  REFUND_NOWHERE("movement.refund-nowhere", Kind.RULE),
  /**
   * The law wants movements kept that name a person who is to be erased. Argument: the last day.
   */
  ERASURE_MOVEMENTS_KEPT("erasure.movements-kept", Kind.RULE),
  /** There is money left in the account. Arguments: account number, what is there. */
  MONEY_LEFT("account.money-left", Kind.RULE),
  /** A limit does not begin in the past. Argument: the day. */
  LIMIT_PAST("limit.past", Kind.INVALID),
  /** A limit for this day is set already. Argument: the day. */
  LIMIT_DUPLICATE("limit.duplicate", Kind.CONFLICT),
  /** A limit is not less than nothing, and in CNY. */
  LIMIT_AMOUNT("limit.amount", Kind.INVALID);

  private final String code;
  private final Kind kind;

  DepositsError(String code, Kind kind) {
    this.code = code;
    this.kind = kind;
  }

  /**
   * Whether a limit of the day refused it that is not used up by this movement alone, so that the
   * same may pass on another day.
   */
  public static boolean mayPassTomorrow(HeyiException why) {
    if (why.error() != LIMIT) {
      return false;
    }
    LimitKind kind = (LimitKind) why.args().get(0);
    BigDecimal limit = (BigDecimal) why.args().get(2);
    BigDecimal wanted = (BigDecimal) why.args().get(5);
    return (kind == LimitKind.INFLOW_DAY || kind == LimitKind.OUTFLOW_DAY)
        && wanted.compareTo(limit) <= 0;
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
