package com.heyi.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What processes have spent of the processors and had of memory, by Linux's own count. */
final class CpuTime {
  private static final int USER = 11;
  private static final int SYSTEM = 12;
  private static final int CHILDREN_USER = 13;
  private static final int CHILDREN_SYSTEM = 14;

  /** Ticks of Linux's count a second, on every platform that the launcher supports. */
  private static final double TICKS = 100;

  private CpuTime() {}

  /** What the application of a platform has used, in seconds. */
  static double ofApplication(Platform platform) {
    return ofPidIn(platform.options().data().pidFile(ApplicationServer.ID), "the application");
  }

  /** What the PostgreSQL of a platform has used, in seconds. */
  static double ofDatabase(Platform platform) {
    return ofPidIn(platform.options().data().postgres().resolve("postmaster.pid"), "PostgreSQL");
  }

  /** The most memory that the application of a platform has had at once, heap and all. */
  static String mostMemoryOfApplication(Platform platform) {
    Path file = platform.options().data().pidFile(ApplicationServer.ID);
    try {
      return Files.readString(Path.of("/proc", String.valueOf(pidIn(file)), "status"))
          .lines()
          .filter(line -> line.startsWith("VmHWM:"))
          .map(line -> line.substring("VmHWM:".length()).strip())
          .findFirst()
          .orElse("not told");
    } catch (IOException e) {
      throw new LauncherException("cannot read the memory of the application: " + file, e);
    }
  }

  private static long pidIn(Path file) throws IOException {
    return Long.parseLong(
        Files.readString(file).lines().findFirst().orElse("0").strip().split(" ")[0]);
  }

  private static double ofPidIn(Path file, String whose) {
    try {
      return secondsOfFamily(pidIn(file));
    } catch (IOException e) {
      throw new LauncherException("cannot find the process of " + whose + ": " + file, e);
    }
  }

  /**
   * Seconds that a process, its running and its ended children have used.
   *
   * @return a negative number where the system does not tell
   */
  static double secondsOfFamily(long pid) {
    return ProcessHandle.of(pid)
        .map(
            parent ->
                ticks(pid, true)
                    + parent.children().mapToDouble(child -> ticks(child.pid(), false)).sum())
        .map(ticks -> ticks / TICKS)
        .orElse(-1.0);
  }

  private static double ticks(long pid, boolean withEnded) {
    Path file = Path.of("/proc", String.valueOf(pid), "stat");
    if (!Files.exists(file)) {
      return 0;
    }
    try {
      String line = Files.readString(file);
      List<String> fields =
          Stream.of(line.substring(line.lastIndexOf(')') + 2).split(" ")).toList();
      double own = number(fields, USER) + number(fields, SYSTEM);
      return withEnded
          ? own + number(fields, CHILDREN_USER) + number(fields, CHILDREN_SYSTEM)
          : own;
    } catch (IOException e) {
      // It ended since we saw it; its time is its parent's now.
      return 0;
    }
  }

  private static double number(List<String> fields, int index) {
    return Double.parseDouble(fields.get(index));
  }
}
