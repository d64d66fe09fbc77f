package com.heyi.launcher;

/** Hears what the platform is doing while it starts and stops. */
public interface Progress {

  /** Says nothing to anybody; for tests. */
  Progress SILENT =
      title ->
          detail -> {
            // nobody is watching
          };

  /**
   * Something begins that takes a while.
   *
   * @param title what, in a few words
   * @return what to call when it is done
   */
  Step begin(String title);

  /** One thing under way. */
  @FunctionalInterface
  interface Step {

    /**
     * It is done.
     *
     * @param detail a few words to show beside the time it took
     */
    void done(String detail);
  }
}
