package com.heyi.mall;

import com.heyi.shared.error.ErrorCode;

/** What can be wrong in the mall. */
public enum MallError implements ErrorCode {
  /** The customer has too few usable points. Arguments: needed, available. */
  POINTS_INSUFFICIENT("points.insufficient", Kind.RULE),
  /** The amount is not one that can be granted. Arguments: smallest, greatest. */
  POINTS_OUT_OF_RANGE("points.out-of-range", Kind.RULE),
  /** The points would have expired before they are granted. Argument: the day. */
  POINTS_EXPIRY_PAST("points.expiry-past", Kind.RULE),
  /** Points given are taken back only whole. Arguments: given, left of them. */
  GIFT_SPENT("points.gift-spent", Kind.RULE),
  /** The gift is taken back already. */
  GIFT_TAKEN_BACK("points.gift-taken-back", Kind.CONFLICT),
  /** There are too few pieces. Arguments: sku, wanted, left. */
  STOCK_INSUFFICIENT("stock.insufficient", Kind.RULE),
  /** A report's days are in the wrong order, or too many. Arguments: from, to, most months. */
  PERIOD("sales.period", Kind.RULE),
  /** The catalogue has no such item. Argument: sku. */
  ITEM_UNKNOWN("item.unknown", Kind.NOT_FOUND),
  /** The item is not on sale. Argument: sku. */
  ITEM_NOT_ON_SALE("item.not-on-sale", Kind.RULE),
  /** Another item has this sku. Argument: sku. */
  ITEM_DUPLICATE("item.duplicate", Kind.CONFLICT),
  /** There is no such category. Argument: code. */
  CATEGORY_UNKNOWN("category.unknown", Kind.NOT_FOUND),
  /** Another category has this code. Argument: code. */
  CATEGORY_DUPLICATE("category.duplicate", Kind.CONFLICT),
  /** Nothing new stands in a retired category. Argument: code. */
  CATEGORY_RETIRED("category.retired", Kind.RULE),
  /** It would lie below itself. Argument: code. */
  CATEGORY_LOOP("category.loop", Kind.RULE),
  /** The tree would be too deep. Argument: the most levels. */
  CATEGORY_TOO_DEEP("category.too-deep", Kind.RULE),
  /** Only an empty category is retired. Arguments: code, how many items or categories it has. */
  CATEGORY_NOT_EMPTY("category.not-empty", Kind.RULE),
  /** There is no such family. Argument: code. */
  FAMILY_UNKNOWN("item-family.unknown", Kind.NOT_FOUND),
  /** Another family has this code. Argument: code. */
  FAMILY_DUPLICATE("item-family.duplicate", Kind.CONFLICT),
  /** What variants differ in stays while there are any. Arguments: code, how many variants. */
  FAMILY_HAS_VARIANTS("item-family.has-variants", Kind.RULE),
  /** A variant says what it is in each option. Arguments: how many options, what they are. */
  VARIANT_OPTIONS("variant.options", Kind.RULE),
  /** Another item is this variant. Arguments: its sku, the options. */
  VARIANT_DUPLICATE("variant.duplicate", Kind.CONFLICT),
  /** An offer ends after it begins, and after now. Arguments: from, until. */
  OFFER_PERIOD("offer.period", Kind.RULE),
  /** An offer without a name. */
  OFFER_LABEL("offer.label", Kind.RULE),
  /** An offer is lower than the ordinary price. Arguments: points, yuan of the ordinary price. */
  OFFER_NOT_LOWER("offer.not-lower", Kind.RULE),
  /** The offer is over already. */
  OFFER_OVER("offer.over", Kind.CONFLICT),
  /** The customer has not agreed to what it costs in money. Arguments: yuan today, agreed to. */
  CASH_DIFFERS("price.cash-differs", Kind.CONFLICT),
  /** The account is not one of the customer's. */
  ACCOUNT_NOT_HIS("payment.account-not-his", Kind.RULE),
  /** An account is to pay, and none is named. Argument: yuan that no gift card pays. */
  ACCOUNT_MISSING("payment.account-missing", Kind.RULE),
  /** The gift card is to pay more than it costs. Arguments: yuan by card, what it costs. */
  CARD_PAYS_TOO_MUCH("payment.card-pays-too-much", Kind.RULE),
  /** Not an amount of yuan that a price can have. Argument: the greatest. */
  CASH_OUT_OF_RANGE("price.cash-out-of-range", Kind.RULE),
  /** A picture is JPEG or PNG, by its content. */
  PICTURE_TYPE("picture.type", Kind.RULE),
  /** A picture is too large a file. Argument: the most megabytes. */
  PICTURE_SIZE("picture.size", Kind.RULE),
  /** A picture has too few or too many pixels. Arguments: the fewest, the most on a side. */
  PICTURE_DIMENSIONS("picture.dimensions", Kind.RULE),
  /** The item has this picture already. */
  PICTURE_TWICE("picture.twice", Kind.CONFLICT),
  /** An item has as many pictures as it can. Argument: the most. */
  PICTURES_TOO_MANY("picture.too-many", Kind.RULE),
  /** There is no such bundle. Argument: code. */
  BUNDLE_UNKNOWN("bundle.unknown", Kind.NOT_FOUND),
  /** Another bundle has this code. Argument: code. */
  BUNDLE_DUPLICATE("bundle.duplicate", Kind.CONFLICT),
  /** A bundle names each item once. Argument: sku. */
  BUNDLE_ITEM_TWICE("bundle.item-twice", Kind.RULE),
  /** A bundle takes off less than it costs. Argument: what it costs. */
  BUNDLE_REDUCED("bundle.reduced", Kind.RULE),
  /** The bundle is not on sale. Argument: code. */
  BUNDLE_NOT_ON_SALE("bundle.not-on-sale", Kind.RULE),
  /** The bundle cannot be had whole. Arguments: code, what is missing. */
  BUNDLE_INCOMPLETE("bundle.incomplete", Kind.RULE),
  /** Only who bought it says something about it. */
  REVIEW_NOT_BUYER("review.not-buyer", Kind.NOT_FOUND),
  /** Only what was delivered and kept is reviewed. */
  REVIEW_NOT_DELIVERED("review.not-delivered", Kind.RULE),
  /** The line is reviewed already. */
  REVIEW_TWICE("review.twice", Kind.CONFLICT),
  /** The review is decided already. Argument: how, a {@link ReviewStatus}. */
  REVIEW_DECIDED("review.decided", Kind.CONFLICT),
  /** A review is refused or hidden for a reason. */
  REVIEW_REASON("review.reason", Kind.RULE),
  /** Nobody reads the review, so it is neither reported nor hidden nor answered. */
  REVIEW_NOT_SHOWN("review.not-shown", Kind.RULE),
  /** Somebody has reported the review already. */
  REVIEW_REPORTED("review.reported", Kind.CONFLICT),
  /** Only a reported review is kept. */
  REVIEW_NOT_REPORTED("review.not-reported", Kind.RULE),
  /** The review is answered already. */
  REVIEW_ANSWERED("review.answered", Kind.CONFLICT),
  /** An order needs at least one line. */
  ORDER_EMPTY("order.empty", Kind.RULE),
  /** The order comes to more points than can be counted. */
  ORDER_TOO_LARGE("order.too-large", Kind.RULE),
  /** All of the order is cancelled already. Argument: order number. */
  ORDER_ALREADY_CANCELLED("order.already-cancelled", Kind.CONFLICT),
  /** The line is cancelled already, in whole. Arguments: line number, order number. */
  LINE_ALREADY_CANCELLED("order.line-already-cancelled", Kind.CONFLICT),
  /** More is to be cancelled than is left. Arguments: line number, wanted, left. */
  CANCEL_MORE_THAN_LEFT("order.cancel-more-than-left", Kind.RULE),
  /** The line is not one of this order. Arguments: line id, order number. */
  LINE_NOT_IN_ORDER("order.line-not-in-order", Kind.RULE),
  /** The line is named twice in one cancellation. Argument: line number. */
  LINE_TWICE("order.line-twice", Kind.RULE),
  /** The hold is resolved already. Argument: how, a {@link HoldStatus}. */
  HOLD_RESOLVED("hold.resolved", Kind.CONFLICT),
  /** A hold ends too early or too late. Arguments: the moment, the latest that is allowed. */
  HOLD_UNTIL("hold.until", Kind.RULE),
  /** Not between 1 and what is held. Arguments: wanted, held. */
  HOLD_AMOUNT("hold.amount", Kind.RULE),
  /** The cart has as many lines as an order can have. Argument: how many. */
  CART_FULL("cart.full", Kind.RULE),
  /** Prices are no longer what the customer was shown. Argument: what it costs today. */
  CART_PRICES_CHANGED("cart.prices-changed", Kind.CONFLICT),
  /** Another checkout of the customer waits to be confirmed. Argument: its id. */
  CHECKOUT_OPEN("checkout.open", Kind.CONFLICT),
  /** An account is to be closed from which a checkout was paid that is not an order yet. */
  CHECKOUT_PAID_FROM_IT("checkout.paid-from-it", Kind.CONFLICT),
  /** The checkout is resolved already. Argument: how, a {@link CheckoutStatus}. */
  CHECKOUT_OVER("checkout.over", Kind.CONFLICT),
  /** One customer may not order as much. Arguments: sku, pieces, days, how many he still may. */
  PURCHASE_LIMIT("purchase.limit", Kind.RULE),
  /** What is on its way cannot be cancelled. Arguments: order number, stage. */
  ORDER_SHIPPED("order.shipped", Kind.RULE),
  /** The step is not possible now. Arguments: order number, step, stage. */
  ORDER_WRONG_STEP("order.wrong-step", Kind.RULE),
  /** Only what was delivered comes back. Arguments: order number, stage. */
  RETURN_NOT_DELIVERED("return.not-delivered", Kind.RULE),
  /** The return period is over. Arguments: order number, its last day. */
  RETURN_TOO_LATE("return.too-late", Kind.RULE),
  /** More is to come back than the customer has. Arguments: line number, wanted, left. */
  RETURN_MORE_THAN_LEFT("return.more-than-left", Kind.RULE),
  /** The step is not possible now. Arguments: return number, step, status. */
  RETURN_WRONG_STEP("return.wrong-step", Kind.RULE),
  /** The inspection must say something about each line of the return, once. Argument: number. */
  RETURN_LINES_DIFFER("return.lines-differ", Kind.RULE),
  /** More is accepted than came back. Arguments: line number, accepted, came back. */
  RETURN_ACCEPTED_TOO_MANY("return.accepted-too-many", Kind.RULE),
  /** What becomes of accepted goods must be said. Argument: line number. */
  RETURN_FATE_MISSING("return.fate-missing", Kind.RULE),
  /** The day on which it counts is not one. Arguments: the day, the first, the last. */
  EFFECTIVE_ON("points.effective-on", Kind.RULE),
  /** A correction of nothing, or beyond what can be counted. Argument: the greatest. */
  ADJUST_AMOUNT("points.adjust-amount", Kind.RULE),
  /**
   * Back-dated, the correction would have left less than nothing. Arguments: wanted, the least he
   * had since that day.
   */
  BACKDATED_TOO_MUCH("points.backdated-too-much", Kind.RULE),
  /** The grant is reversed already. */
  GRANT_REVERSED("points.grant-reversed", Kind.CONFLICT),
  /** What a grant gave is spent, and nothing else can be taken. Arguments: needed, available. */
  REVERSAL_SPENT("points.reversal-spent", Kind.RULE),
  /** Only grants and corrections upwards can be reversed. Argument: the kind of the entry. */
  NOT_REVERSIBLE("points.not-reversible", Kind.RULE),
  /** No locked points wait for this. Argument: the event. */
  NOTHING_LOCKED("points.nothing-locked", Kind.RULE),
  /** Points would become usable too early or too late. Arguments: the day, the first, the last. */
  ACTIVATES_ON("points.activates-on", Kind.RULE),
  /** Points go to another, not to himself. */
  TRANSFER_SELF("points.transfer-self", Kind.RULE),
  /** The two are not members of one household. */
  TRANSFER_STRANGER("points.transfer-stranger", Kind.RULE),
  /** The one record does not point to the other. Arguments: their numbers. */
  RECORDS_APART("points.records-apart", Kind.RULE),
  /** There are no usable points under the record. Argument: its number. */
  NOTHING_TO_MOVE("points.nothing-to-move", Kind.RULE),
  /** A rule begins before today. Argument: the day. */
  RULE_PAST("points.rule-past", Kind.RULE),
  /** There is a rule that begins on this day. Argument: the day. */
  RULE_DUPLICATE("points.rule-duplicate", Kind.CONFLICT),
  /** A length does not go with its method. Arguments: smallest, greatest. */
  RULE_LENGTH("points.rule-length", Kind.RULE),
  /** Not erased while points are left. Argument: how many. */
  ERASURE_POINTS_LEFT("erasure.points-left", Kind.RULE),
  /** Not erased while the law wants his last order kept. Argument: the first day it may go. */
  ERASURE_ORDERS_TOO_YOUNG("erasure.orders-too-young", Kind.RULE);

  private final String code;
  private final Kind kind;

  MallError(String code, Kind kind) {
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
