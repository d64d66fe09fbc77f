package com.heyi.launcher;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Work on whole folders. */
final class Folders {

  private static final long MIB = 1024L * 1024L;

  private Folders() {}

  /** Deletes the folder and all in it; a link is deleted, not followed. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, IOException e) throws IOException {
            if (e != null) {
              throw e;
            }
            Files.deleteIfExists(dir);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /**
   * Refuses to start on a disk that would be full before the services are up.
   *
   * @param needed in MiB
   */
  static void requireSpace(Path folder, long needed) {
    try {
      FileStore store = Files.getFileStore(folder);
      long free = store.getUsableSpace() / MIB;
      if (free < needed) {
        throw new LauncherException(
            "the disk of "
                + folder
                + " has "
                + free
                + " MiB free, "
                + needed
                + " MiB are needed: make room, or set HEYI_DATA_DIR to a folder on another disk");
      }
    } catch (IOException e) {
      throw new LauncherException("cannot read " + folder + ": " + Problems.tell(e), e);
    }
  }
}
