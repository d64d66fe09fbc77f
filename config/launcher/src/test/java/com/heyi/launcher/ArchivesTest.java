package com.heyi.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivesTest {

  @TempDir private Path folder;

  private Path zip(String... names) throws IOException {
    Path zip = folder.resolve("thing.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String name : names) {
        out.putNextEntry(new ZipEntry(name));
        out.write(name.repeat(100).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        out.closeEntry();
      }
    }
    return zip;
  }

  @Test
  void theTopFolderIsLeftOutAndScriptsMayRun() throws IOException {
    Path zip = zip("thing-1/bin/run.sh", "thing-1/lib/a.jar");
    Path target = Archives.once(folder.resolve("out"), part -> Archives.unzip(zip, part));
    assertThat(target.resolve("bin/run.sh")).exists().isExecutable();
    assertThat(target.resolve("lib/a.jar")).exists();
    assertThat(Files.isExecutable(target.resolve("lib/a.jar"))).isFalse();
  }

  @Test
  void aTruncatedDownloadIsNamedAndNothingIsLeft() throws IOException {
    Path zip = zip("thing-1/bin/run.sh", "thing-1/lib/a.jar");
    byte[] whole = Files.readAllBytes(zip);
    Files.write(zip, Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(
            () -> Archives.once(folder.resolve("out"), part -> Archives.unzip(zip, part)))
        .isInstanceOf(LauncherException.class)
        .hasMessageContaining("thing.zip is a broken download");
    assertThat(folder.resolve("out")).doesNotExist();
    assertThat(folder.resolve("out.part")).doesNotExist();
  }

  @Test
  void aDownloadWithOneWrongByteIsNamed() throws IOException {
    Path zip = zip("thing-1/lib/a.jar");
    byte[] whole = Files.readAllBytes(zip);
    whole[60] ^= 0x55;
    Files.write(zip, whole);
    assertThatThrownBy(() -> Archives.check(zip))
        .isInstanceOf(LauncherException.class)
        .hasMessageContaining("broken download");
  }

  @Test
  void anEntryThatPointsOutsideIsRefused() throws IOException {
    Path zip = zip("thing-1/../../evil.sh");
    assertThatThrownBy(
            () -> Archives.once(folder.resolve("out"), part -> Archives.unzip(zip, part)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("points outside");
    assertThat(folder.resolve("evil.sh")).doesNotExist();
  }
}
