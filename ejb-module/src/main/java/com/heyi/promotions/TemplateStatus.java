package com.heyi.promotions;

/** Whether coupons of a kind are issued. */
public enum TemplateStatus {
  ACTIVE,
  /** None is issued any more; those that customers have stay good. */
  STOPPED
}
