package com.heyi.audit.chain;

/**
 * The end of a lane.
 *
 * @param lane the lane, from 0
 * @param seq place of its last row, 0 when it has none
 * @param hash hash of its last row as 64 hexadecimal digits, {@link #GENESIS} when it has none
 */
public record Link(int lane, long seq, String hash) {
  /** The hash before the first row of each lane. */
  public static final String GENESIS = "0".repeat(64);

  /** The lane before its first row. */
  public static Link start(int lane) {
    return new Link(lane, 0, GENESIS);
  }
}
