package com.heyi.shared.facade;

import com.heyi.shared.error.HeyiException;

/**
 * Whoever changes a record has seen it as it stands: what somebody else has changed meanwhile is
 * never overwritten unseen.
 */
public final class SeenVersion {
  private SeenVersion() {}

  /**
   * @param seen the version that the caller has read
   * @param stands the version of the record now
   * @throws HeyiException {@link CommonError#VERSION_MOVED} when it is another one
   */
  public static void require(long seen, long stands) {
    if (seen != stands) {
      throw new HeyiException(CommonError.VERSION_MOVED, seen, stands);
    }
  }

  /**
   * The same for a record that a caller who leaves the version out takes for a new one.
   *
   * @param seen the version that the caller has read, or null when he has read none
   * @param stands the version of the record now
   * @throws HeyiException {@link CommonError#VERSION_MOVED} when it is another one or none
   */
  public static void requireKnown(Long seen, long stands) {
    if (seen == null) {
      throw new HeyiException(CommonError.VERSION_MOVED, "-", stands);
    }
    require(seen, stands);
  }
}
