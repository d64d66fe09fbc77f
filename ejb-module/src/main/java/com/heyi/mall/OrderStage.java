package com.heyi.mall;

/** How far an order has come. What leads from one to the next says {@link OrderStep}. */
public enum OrderStage {
  /** Paid, and waiting to be confirmed. */
  PLACED,
  CONFIRMED,
  /** Made ready to be fetched by the carrier. */
  PACKED,
  /** On its way; no longer to be cancelled. */
  SHIPPED,
  /** With the customer; may come back while the return period lasts. */
  DELIVERED,
  /** All of it was cancelled before it was shipped. */
  CANCELLED,
  /** All that was delivered has come back. */
  RETURNED
}
