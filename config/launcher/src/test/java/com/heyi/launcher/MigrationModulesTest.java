package com.heyi.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationModulesTest {

  @TempDir private Path folder;

  @Test
  void modulesRunInOrderWhereverTheirFilesLie() throws IOException {
    for (String module : new String[] {"zebra", "mall", "shared", "branches"}) {
      Files.createDirectories(folder.resolve("classes/db/" + module));
      Files.createFile(folder.resolve("classes/db/" + module + "/V1__first.sql"));
    }
    Files.createDirectories(folder.resolve("classes/db/notes"));
    Files.createFile(folder.resolve("classes/db/notes/readme.txt"));
    Path jar = folder.resolve("more.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String name : new String[] {"db/", "db/audit/", "db/audit/V1__audit.sql"}) {
        out.putNextEntry(new JarEntry(name));
        out.closeEntry();
      }
    }
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {folder.resolve("classes").toUri().toURL(), jar.toUri().toURL()}, null)) {
      assertThat(Migration.modules(loader))
          .containsExactly("shared", "audit", "mall", "branches", "zebra");
    }
  }
}
