package com.heyi.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.incontainer.planted.OpenDoorFacade;
import com.heyi.launcher.Configuration;
import com.heyi.launcher.Ports;
import com.heyi.launcher.ServerCommands;
import com.heyi.testing.RunningHeyi;
import com.heyi.testing.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** An open door must be impossible: the application does not start with one. */
class UndeclaredFacadeIT {

  @Test
  void aFacadeThatSaysNotWhoMayCallItStopsTheStart() throws IOException {
    Path war = Path.of("target", "open-door.war").toAbsolutePath();
    ShrinkWrap.createFromZipFile(WebArchive.class, RunningHeyi.get().home().war().toFile())
        .addClass(OpenDoorFacade.class)
        .as(ZipExporter.class)
        .exportTo(war.toFile(), true);
    Path log = Path.of("target", "open-door.log").toAbsolutePath();
    Process server = start(war, log);
    try {
      String said =
          Waiting.until(
              600, () -> read(log), text -> text.contains("ready in") || !server.isAlive());
      assertThat(said)
          .contains("OpenDoorFacade.secrets declares neither @Command nor @Query")
          .doesNotContain("\"Context Root\"");
    } finally {
      server.destroyForcibly();
      Files.deleteIfExists(war);
    }
  }

  private static Process start(Path war, Path log) throws IOException {
    Path boot = Path.of("target", "open-door.asadmin").toAbsolutePath();
    Files.write(boot, ServerCommands.afterBoot());
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-jar",
                    RunningHeyi.get().home().payaraMicro().toString(),
                    "--nohazelcast",
                    "--disablephonehome",
                    "--port",
                    Integer.toString(Ports.free()),
                    "--postbootcommandfile",
                    boot.toString(),
                    "--addlibs",
                    ServerCommands.driver().toString(),
                    "--deploy",
                    war.toString(),
                    "--contextroot",
                    "/"))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(Configuration.asEnvironment(RunningHeyi.get().configuration()));
    return builder.start();
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
