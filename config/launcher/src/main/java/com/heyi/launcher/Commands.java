package com.heyi.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Commands of this machine. */
final class Commands {

  private Commands() {}

  /** The java command that runs this very code. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /**
   * Runs a short command to its end.
   *
   * @param log gets its output
   * @param patienceSeconds after which it is ended
   * @return the exit code
   */
  static int run(
      List<String> command,
      java.util.Map<String, String> environment,
      Path log,
      long patienceSeconds)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    Process process = builder.start();
    try {
      if (!process.waitFor(patienceSeconds, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new LauncherException(
            Path.of(command.get(0)).getFileName()
                + " did not end within "
                + patienceSeconds
                + " s; its log "
                + log,
            Child.tail(log));
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
      throw new LauncherException("interrupted while running " + command.get(0), e);
    }
  }
}
