package com.heyi.launcher;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;

/**
 * Loads all classes of the launcher at once. A build while the platform runs replaces the jar, and
 * a class that is first needed when stopping could then not be read any more.
 */
final class OwnClasses {

  private OwnClasses() {}

  static void load() {
    try {
      Path jar =
          Path.of(OwnClasses.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (!Files.isRegularFile(jar)) {
        return;
      }
      List<String> names;
      try (JarFile file = new JarFile(jar.toFile())) {
        names =
            file.stream()
                .map(java.util.zip.ZipEntry::getName)
                .filter(name -> name.startsWith("com/heyi/launcher/") && name.endsWith(".class"))
                .filter(name -> !name.endsWith("package-info.class"))
                .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
                .toList();
      }
      for (String name : names) {
        Class.forName(name);
      }
    } catch (IOException | URISyntaxException | ClassNotFoundException e) {
      throw new LauncherException(
          "the launcher's jar is damaged: delete config/launcher/target", e);
    }
  }
}
