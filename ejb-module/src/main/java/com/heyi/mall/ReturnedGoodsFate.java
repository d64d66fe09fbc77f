package com.heyi.mall;

/** What becomes of goods that came back. */
public enum ReturnedGoodsFate {
  /** As good as new: back into stock. */
  RESTOCK,
  /** Taken back, but no longer to be sold. */
  WRITE_OFF
}
