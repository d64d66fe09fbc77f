package com.heyi.winddown;

import com.heyi.shared.error.ErrorCode;

/** What stands against a step of an app's end, and why a balance is not taken over. */
public enum WindDownError implements ErrorCode {
  /** The end of this app is planned already, or it is closed. Argument: its code. */
  PLAN_EXISTS("winddown.plan-exists", Kind.CONFLICT),
  /** Customers go to another app that is in use. Argument: code of the app that was named. */
  INTO_UNFIT("winddown.into-unfit", Kind.RULE),
  /** The days do not follow each other. */
  DAYS_ORDER("winddown.days-order", Kind.RULE),
  /** Customers would be told too late. Arguments: the step, days of notice, earliest day. */
  NOTICE_TOO_SHORT("winddown.notice-too-short", Kind.RULE),
  /** The plan's status does not allow this. Argument: the status. */
  WRONG_STATUS("winddown.wrong-status", Kind.RULE),
  /** The announced day has not come. Argument: the day. */
  TOO_EARLY("winddown.too-early", Kind.RULE),
  /** The migration begins only with the control totals of what was handed over. */
  CONTROL_MISSING("winddown.control-missing", Kind.RULE),
  /**
   * What was loaded is not what is said to have been handed over. Arguments: points, money in CNY,
   * customers, orders and coupons as stated, the same five as loaded.
   */
  CONTROL_DIFFERS("winddown.control-differs", Kind.RULE),
  /** The batch is at work. */
  RUNNING("winddown.running", Kind.CONFLICT),
  /** Not closed while anything is left. Arguments: customers, balances, refunds, their amount. */
  SOMETHING_LEFT("winddown.something-left", Kind.RULE),
  /** One of two records was migrated and the other was not. Argument: app. */
  MERGE_WAITS("winddown.merge-waits", Kind.CONFLICT),
  /** Customers are migrated just now, or others merged; it may be tried again. Argument: app. */
  MERGE_BUSY("winddown.merge-busy", Kind.CONFLICT),
  /** Every refund has been paid. */
  NO_REFUNDS_DUE("winddown.no-refunds-due", Kind.RULE),
  /** A notice is set for the future. Argument: the earliest day. */
  NOTICE_PAST("winddown.notice-past", Kind.RULE),
  /** A notice for this step is set from this day on already. */
  NOTICE_DUPLICATE("winddown.notice-duplicate", Kind.CONFLICT),
  /** Not erased while an app that ends owes him something. Argument: how many balances. */
  ERASURE_HOLDINGS("erasure.holdings-left", Kind.RULE),
  /** Not erased while a refund of his is not paid. Argument: the amount in CNY. */
  ERASURE_REFUND("erasure.refund-due", Kind.RULE),
  /** No app with this code is frozen for its end, so its balances are not final. Argument: code. */
  BALANCE_NOT_FROZEN("app-balance.not-frozen", Kind.RULE),
  /** The app knows nobody by this id. Arguments: app, id. */
  BALANCE_UNKNOWN_IDENTITY("app-balance.unknown-identity", Kind.RULE),
  /** A column cannot be read. Arguments: column, value. */
  BALANCE_COLUMN("app-balance.column", Kind.RULE),
  /** Another amount was taken over for the same. Arguments: id, amount taken over. */
  BALANCE_DIFFERS("app-balance.differs", Kind.RULE),
  /** Coupons cannot become of this kind: there is none, or it has a total. Argument: its code. */
  COUPON_KIND("app-coupon.kind", Kind.RULE),
  /** A line of an order costs points or money. Argument: number of the order. */
  ORDER_FREE("app-order.free", Kind.RULE),
  /** The same line or coupon was taken over and said something else. Arguments: number, code. */
  NAMED_DIFFERS("app-order.differs", Kind.RULE),
  /** The customer was migrated already. Argument: id. */
  BALANCE_TOO_LATE("app-balance.too-late", Kind.RULE),
  /** The plan is not being migrated. */
  MIGRATION_NOT_ON("app-migration.not-on", Kind.RULE),
  /** A customer's balances cannot be booked, so the batch stops. Arguments: his number, why. */
  MIGRATION_STOPPED("app-migration.stopped", Kind.RULE),
  /** A line of the batch's list cannot be read. */
  MIGRATION_LINE("app-migration.line", Kind.RULE);

  private final String code;
  private final Kind kind;

  WindDownError(String code, Kind kind) {
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
