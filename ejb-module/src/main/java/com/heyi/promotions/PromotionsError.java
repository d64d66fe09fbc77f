package com.heyi.promotions;

import com.heyi.shared.error.ErrorCode;

/** Why a coupon, a campaign or a benefit is refused. */
public enum PromotionsError implements ErrorCode {
  /** A template with this code exists. Argument: the code. */
  TEMPLATE_DUPLICATE("coupon.template-duplicate", Kind.CONFLICT),
  /** The terms do not fit together. Argument: the field that is missing or too much. */
  TEMPLATE_TERMS("coupon.template-terms", Kind.RULE),
  /** No coupons of this kind are issued any more. Argument: code of the template. */
  TEMPLATE_STOPPED("coupon.template-stopped", Kind.RULE),
  /** The days of a coupon issued now would be over. Argument: code of the template. */
  COUPON_ALWAYS_EXPIRED("coupon.days-over", Kind.RULE),
  /** The customer has had as many as he may. Arguments: code of the template, the cap. */
  COUPON_CUSTOMER_CAP("coupon.customer-cap", Kind.RULE),
  /** As many as there may be were issued. Arguments: code of the template, the cap. */
  COUPON_TOTAL_CAP("coupon.total-cap", Kind.RULE),
  /** No coupon has this code. Argument: the code. */
  COUPON_UNKNOWN("coupon.unknown", Kind.RULE),
  /**
   * The coupon takes nothing off this cart. Arguments: its code, the rule that does not hold, why
   * in words.
   */
  COUPON_NOT_APPLIED("coupon.not-applied", Kind.RULE),
  /** It is set aside, used or gone. Arguments: its code, its status. */
  COUPON_NOT_AVAILABLE("coupon.not-available", Kind.CONFLICT),
  /** A campaign with this code exists. Argument: the code. */
  CAMPAIGN_DUPLICATE("campaign.duplicate", Kind.CONFLICT),
  /** The campaign's last day lies before its first, or in the past. */
  CAMPAIGN_DAYS("campaign.days", Kind.RULE),
  /** The campaign's status does not allow this. Argument: the status. */
  CAMPAIGN_STATUS("campaign.status", Kind.RULE),
  /** The campaign issues no coupon. Argument: its code. */
  CAMPAIGN_NO_COUPON("campaign.no-coupon", Kind.RULE),
  /** Today is no day of the campaign. Arguments: its code, first day, last day. */
  CAMPAIGN_NOT_ON("campaign.not-on", Kind.RULE),
  /** The customer does not belong to the audience. Argument: code of the campaign. */
  CAMPAIGN_AUDIENCE("campaign.audience", Kind.RULE),
  /** The customer has the campaign's coupon already. Argument: code of the campaign. */
  CAMPAIGN_HAS_IT("campaign.has-it", Kind.RULE),
  /** A campaign begins only with a budget. Argument: its code. */
  CAMPAIGN_NO_BUDGET("campaign.no-budget", Kind.RULE),
  /** The budget is spent. Arguments: code of the campaign, what is left. */
  BUDGET_EXHAUSTED("campaign.budget-exhausted", Kind.RULE),
  /** More was spent already. Argument: what was spent. */
  BUDGET_TOO_SMALL("campaign.budget-too-small", Kind.RULE),
  /** The batch that issues its coupon is at work. */
  CAMPAIGN_RUNNING_BATCH("campaign.batch-running", Kind.CONFLICT),
  /** A line of the batch's list cannot be read, or the campaign is not on. */
  CAMPAIGN_LINE("campaign.line", Kind.RULE),
  /** A benefit with this code exists. Argument: the code. */
  BENEFIT_DUPLICATE("benefit.duplicate", Kind.CONFLICT),
  /** What it says does not fit together. Argument: the field that is missing or too much. */
  BENEFIT_TERMS("benefit.terms", Kind.RULE),
  /** The customer's branch or level does not have it. Argument: its code. */
  BENEFIT_NOT_FOR("benefit.not-for", Kind.RULE),
  /** It cannot be taken today. Arguments: its code, the next day on which it can. */
  BENEFIT_NOT_TODAY("benefit.not-today", Kind.RULE),
  /** A level with this code or rank exists. Arguments: the code, the rank. */
  LEVEL_DUPLICATE("membership.level-duplicate", Kind.CONFLICT),
  /** What it costs in money is less than nothing, or too much. Argument: the most. */
  LEVEL_CASH("membership.level-cash", Kind.RULE),
  /** The customer has renewed already. Arguments: name of that level, its first and last day. */
  MEMBERSHIP_RENEWED("membership.renewed", Kind.RULE),
  /**
   * The purchase does not name the membership that it would renew. Arguments: name of its level,
   * its last day, its id.
   */
  MEMBERSHIP_STANDING("membership.standing", Kind.CONFLICT),
  /**
   * The membership that is to be renewed is over, was ended, or is none of his. Argument: its id.
   */
  MEMBERSHIP_NOT_STANDING("membership.not-standing", Kind.CONFLICT),
  /** The membership is over. */
  MEMBERSHIP_OVER("membership.over", Kind.RULE),
  /** A task with this code exists. Argument: the code. */
  TASK_DUPLICATE("task.duplicate", Kind.CONFLICT),
  /** What it says does not fit together. Argument: the field. */
  TASK_TERMS("task.terms", Kind.RULE),
  /** Today is none of its days. Arguments: its code, first day, last day. */
  TASK_NOT_ON("task.not-on", Kind.RULE),
  /** It is not done in this way. Arguments: its code, its kind. */
  TASK_KIND("task.kind", Kind.RULE),
  /** It was done by the same already. Argument: its code. */
  TASK_DONE("task.done", Kind.RULE),
  /** It was done as often as it earns. Arguments: its code, the cap. */
  TASK_CAP("task.cap", Kind.RULE),
  /** It was taken back already. */
  TASK_UNDONE("task.undone", Kind.CONFLICT);

  private final String code;
  private final Kind kind;

  PromotionsError(String code, Kind kind) {
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
