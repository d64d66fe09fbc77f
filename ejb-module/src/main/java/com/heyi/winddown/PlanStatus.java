package com.heyi.winddown;

/** How far the end of an app has come. */
public enum PlanStatus {
  /** Its customers are told; everything works as before. */
  ANNOUNCED,
  /** Takes no new customers; its balances are final and are taken over. */
  FROZEN,
  /** Its customers are being migrated, or have been. */
  MIGRATING,
  /** Over; nothing was left. */
  CLOSED,
  /** Given up before anybody was migrated. */
  CALLED_OFF;

  /** Whether it is still to be brought to its end. */
  public boolean isOpen() {
    return this != CLOSED && this != CALLED_OFF;
  }
}
