package com.heyi.shared.time;

import org.slf4j.Logger;

/**
 * Keeps timers alive. The container ends a timer whose method has thrown some times, and that in
 * silence; so the work of every timer is done through here.
 */
public final class Timers {
  private Timers() {}

  /**
   * Does the work, and logs at ERROR whatever goes wrong with it, so that the timer comes again.
   *
   * @param what what the work is, for the log
   * @param log the log of the one who works
   * @return whether it went well
   */
  public static boolean safely(String what, Logger log, Runnable work) {
    try {
      work.run();
      return true;
    } catch (RuntimeException | Error e) {
      // Errors too: a class that cannot be loaded now must not end the timer for ever.
      log.error("Failed and is tried again next time: {}", what, e);
      return false;
    }
  }
}
