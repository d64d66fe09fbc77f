package com.heyi.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PayaraServerCommandTest {

  @Test
  void theCommandIsWhatTheDryRunPrintsWithOurMemoryAndWithoutItsShells() {
    List<String> dump =
        List.of(
            "Dump of JVM Invocation line that would be used to launch:",
            "/usr/bin/java",
            "-Xmx512m",
            "-Dorg.glassfish.additionalOSGiBundlesToStart=org.apache.felix.shell.remote,x",
            "-Dpath=/a folder/b",
            "com.sun.enterprise.glassfish.bootstrap.ASMain",
            "-read-stdin",
            "true",
            "-verbose",
            "false",
            "",
            "Command start-domain executed successfully.");
    assertThat(PayaraServerProcess.parse(dump))
        .containsExactly(
            "/usr/bin/java",
            "-Xmx1g",
            "-Dorg.glassfish.additionalOSGiBundlesToStart=org.apache.felix.fileinstall",
            "-Dpath=/a folder/b",
            "com.sun.enterprise.glassfish.bootstrap.ASMain",
            "-read-stdin",
            "false",
            "-verbose",
            "true");
  }

  @Test
  void anotherAnswerIsNoCommand() {
    assertThatThrownBy(() -> PayaraServerProcess.parse(List.of("Command start-domain failed.")))
        .isInstanceOf(LauncherException.class);
  }
}
