package com.heyi.promotions;

/** How far a campaign is. */
public enum CampaignStatus {
  /** It has not begun, and spends nothing. */
  DRAFT,
  RUNNING,
  /** It spends nothing; it can be started again. */
  STOPPED
}
