package com.heyi.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Shows progress: on a terminal one line that lives, with a line for each thing done; into a file
 * or pipe only whole lines.
 */
final class Console implements Progress, AutoCloseable {

  private static final long REDRAW_MILLIS = 250;
  private static final String CLEAR_LINE = "\r\u001B[K";

  private final PrintStream out;
  private final boolean terminal;
  private final Map<String, Long> open = new LinkedHashMap<>();
  private final Thread drawer;
  private boolean closed;

  Console(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
    drawer = new Thread(this::draw, "progress");
    drawer.setDaemon(true);
    if (terminal) {
      drawer.start();
    }
  }

  @Override
  public synchronized Step begin(String title) {
    long start = System.nanoTime();
    open.put(title, start);
    if (!terminal) {
      out.println("  " + title + " ...");
    }
    return detail -> {
      synchronized (this) {
        open.remove(title);
        line(
            String.format(Locale.ROOT, "  %-28s %6.1f s  %s", title, seconds(start), detail)
                .stripTrailing());
      }
    };
  }

  /** A whole line, above the living one. */
  synchronized void line(String text) {
    if (terminal) {
      out.print(CLEAR_LINE);
    }
    out.println(text);
    out.flush();
  }

  /** Replaces the living line. */
  synchronized void live(String text) {
    if (terminal) {
      out.print(CLEAR_LINE + text);
      out.flush();
    }
  }

  boolean isTerminal() {
    return terminal;
  }

  private void draw() {
    while (true) {
      synchronized (this) {
        if (closed) {
          return;
        }
        if (!open.isEmpty()) {
          live(
              open.entrySet().stream()
                  .map(
                      step ->
                          step.getKey()
                              + " "
                              + Duration.ofNanos(System.nanoTime() - step.getValue()).toSeconds()
                              + " s")
                  .collect(Collectors.joining(" · ", "  … ", "")));
        }
      }
      try {
        Thread.sleep(REDRAW_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private static double seconds(long start) {
    return Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (terminal) {
      out.print(CLEAR_LINE);
      out.flush();
    }
  }
}
