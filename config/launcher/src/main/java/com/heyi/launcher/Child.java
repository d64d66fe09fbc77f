package com.heyi.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/**
 * One process that the launcher started.
 *
 * <p>A Ctrl-C at the terminal goes to every process of the group at once; the children ignore it
 * (and the hang-up of a closed terminal), so that the launcher can stop them one after another. Its
 * process number is kept in a file, so that the next launcher finds what a killed one left behind.
 */
final class Child {

  private static final int TAIL_LINES = 15;
  private static final int CAUSES = 5;
  private static final Pattern CAUSE = Pattern.compile("^\\s*Caused by: |^\\S*(Exception|Error): ");

  /** Lines of a log that tell a person nothing: empty ones and the steps of a stack trace. */
  private static final Pattern NOISE =
      Pattern.compile("^\\s*$|^\\s+at \\S|^\\s*\\.\\.\\. \\d+ more|^\\]\\]$");

  private static final Pattern COLOUR = Pattern.compile("\u001B\\[[;\\d]*m");
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
  private static final long POLL_MILLIS = 200;
  private static final long CLOCK_SLACK_MILLIS = 5_000;

  private final String name;
  private final Process process;
  private final Path log;
  private final Path pidFile;

  private Child(String name, Process process, Path log, Path pidFile) {
    this.name = name;
    this.process = process;
    this.log = log;
    this.pidFile = pidFile;
  }

  /**
   * Starts a process.
   *
   * @param name for people
   * @param id for the names of its log and pid files
   * @param environment added to the launcher's own, without what is meant for other servers
   */
  static Child start(
      String name,
      String id,
      List<String> command,
      Map<String, String> environment,
      Path folder,
      DataFolder data) {
    try {
      Path log = freshLog(data, id);
      List<String> shielded =
          new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
      shielded.addAll(command);
      ProcessBuilder builder = new ProcessBuilder(shielded);
      builder.directory(folder.toFile());
      builder.environment().keySet().removeIf(key -> key.startsWith("KC_"));
      builder.environment().putAll(environment);
      builder.redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
      Process process = builder.start();
      Path pidFile = data.pidFile(id);
      remember(process.toHandle(), pidFile);
      return new Child(name, process, log, pidFile);
    } catch (IOException e) {
      throw new LauncherException("cannot start " + name + ": " + Problems.tell(e), e);
    }
  }

  /** An empty log file, with the one of the run before kept beside it. */
  static Path freshLog(DataFolder data, String id) throws IOException {
    Path log = data.log(id);
    Files.createDirectories(log.getParent());
    if (Files.exists(log)) {
      Files.move(
          log, log.resolveSibling(id + ".previous.log"), StandardCopyOption.REPLACE_EXISTING);
    }
    return log;
  }

  private static void remember(ProcessHandle handle, Path pidFile) throws IOException {
    Files.createDirectories(pidFile.getParent());
    long started = handle.info().startInstant().map(java.time.Instant::toEpochMilli).orElse(0L);
    Files.writeString(pidFile, handle.pid() + " " + started);
  }

  /**
   * Ends what an earlier launcher left behind when it was killed.
   *
   * @return the process number, if there was one
   */
  static Optional<Long> endLeftover(Path pidFile) {
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    try {
      String[] words = Files.readString(pidFile).strip().split(" ");
      Optional<ProcessHandle> left =
          words.length == 2
              ? ProcessHandle.of(Long.parseLong(words[0]))
                  .filter(handle -> startedAt(handle, Long.parseLong(words[1])))
              : Optional.empty();
      left.ifPresent(Child::end);
      Files.deleteIfExists(pidFile);
      return left.map(ProcessHandle::pid);
    } catch (NumberFormatException e) {
      throw new LauncherException(pidFile + " is damaged: delete it", e);
    } catch (IOException e) {
      throw new LauncherException("cannot read " + pidFile + ": " + Problems.tell(e), e);
    }
  }

  /** Whether this is the process that was remembered, not a later one with its number. */
  private static boolean startedAt(ProcessHandle handle, long epochMillis) {
    return handle
        .info()
        .startInstant()
        .map(start -> Math.abs(start.toEpochMilli() - epochMillis) < CLOCK_SLACK_MILLIS)
        .orElse(false);
  }

  private static void end(ProcessHandle handle) {
    List<ProcessHandle> family = new ArrayList<>(handle.descendants().toList());
    family.add(handle);
    family.forEach(ProcessHandle::destroy);
    for (ProcessHandle member : family) {
      try {
        member.onExit().get(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      } catch (java.util.concurrent.TimeoutException e) {
        member.destroyForcibly();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        member.destroyForcibly();
      } catch (java.util.concurrent.ExecutionException e) {
        throw new IllegalStateException("waiting for process " + member.pid(), e);
      }
    }
  }

  String name() {
    return name;
  }

  Path log() {
    return log;
  }

  /** Completes when the process has ended, for whatever reason. */
  CompletableFuture<Process> onExit() {
    return process.onExit();
  }

  /**
   * Waits until the probe says yes.
   *
   * @throws LauncherException when the process ends first or the time is over
   */
  void awaitReady(BooleanSupplier probe, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (!probe.getAsBoolean()) {
      if (!process.isAlive()) {
        throw new LauncherException(
            name + " ended while starting (exit code " + process.exitValue() + "); its log " + log,
            tail());
      }
      if (System.nanoTime() > end) {
        throw new LauncherException(
            name + " was not ready after " + patience.toSeconds() + " s; its log " + log, tail());
      }
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new LauncherException("interrupted while waiting for " + name, e);
      }
    }
  }

  /** The last lines of its log. */
  List<String> tail() {
    return tail(log);
  }

  static List<String> tail(Path log) {
    List<String> lines = linesOf(log).stream().filter(line -> !NOISE.matcher(line).find()).toList();
    return lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
  }

  private static List<String> linesOf(Path log) {
    try {
      // servers cut characters in two when they are killed; that must not hide the rest
      return new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
          .lines()
          .map(line -> COLOUR.matcher(line).replaceAll("").stripTrailing())
          .toList();
    } catch (IOException e) {
      return List.of("(cannot read " + log + ": " + Problems.tell(e) + ")");
    }
  }

  /** The causes that its log names, the last few; the end of the log when it names none. */
  List<String> causes() {
    Set<String> causes = new LinkedHashSet<>();
    for (String line : linesOf(log)) {
      if (CAUSE.matcher(line).find()) {
        causes.remove(line.strip());
        causes.add(line.strip());
      }
    }
    List<String> all = List.copyOf(causes);
    return all.isEmpty() ? tail() : all.subList(Math.max(0, all.size() - CAUSES), all.size());
  }

  /** Whether the log says the words. */
  boolean says(String words) {
    return linesOf(log).stream().anyMatch(line -> line.contains(words));
  }

  /** Asks the process to end, waits, and ends it by force when it does not. */
  void stop() {
    end(process.toHandle());
    try {
      Files.deleteIfExists(pidFile);
    } catch (IOException e) {
      throw new LauncherException("cannot delete " + pidFile + ": " + Problems.tell(e), e);
    }
  }
}
