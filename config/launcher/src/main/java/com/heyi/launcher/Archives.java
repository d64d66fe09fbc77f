package com.heyi.launcher;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks the distributions, each once and whole or not at all. */
final class Archives {

  private static final int OWNER_EXECUTES = 0100;

  private Archives() {}

  /** Something that fills an empty folder. */
  @FunctionalInterface
  interface Filling {
    void into(Path folder) throws IOException;
  }

  /**
   * Makes the folder by the filling unless it is there already. It is filled under another name and
   * renamed at the end, so a folder that exists is complete; two processes wait for one another.
   *
   * @return the folder
   */
  static Path once(Path folder, Filling filling) throws IOException {
    if (Files.isDirectory(folder)) {
      return folder;
    }
    Files.createDirectories(folder.getParent());
    Path lockFile = folder.resolveSibling(folder.getFileName() + ".lock");
    synchronized (Archives.class) {
      try (FileChannel channel =
              FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (lock.isValid() && !Files.isDirectory(folder)) {
          Path part = folder.resolveSibling(folder.getFileName() + ".part");
          Folders.delete(part);
          Files.createDirectories(part);
          try {
            filling.into(part);
          } catch (IOException | RuntimeException e) {
            Folders.delete(part);
            throw e;
          }
          Files.move(part, folder);
        }
      }
    }
    return folder;
  }

  /**
   * Unpacks a zip whose entries all lie in one top folder, without that folder. Scripts in {@code
   * bin/} folders become executable.
   *
   * @throws LauncherException when the zip is damaged, saying how to get it again
   */
  static void unzip(Path zip, Path target) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      Enumeration<? extends ZipEntry> entries = file.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
        if (name.isEmpty()) {
          continue;
        }
        Path path = inside(target, name);
        if (entry.isDirectory()) {
          Files.createDirectories(path);
        } else {
          Files.createDirectories(path.getParent());
          try (InputStream in = file.getInputStream(entry)) {
            Files.copy(in, path);
          }
          if (path.getParent().endsWith("bin")) {
            executable(path);
          }
        }
      }
    } catch (java.util.zip.ZipException | java.io.EOFException e) {
      throw damaged(zip, e);
    }
  }

  /** Reads a zip or jar to its end, so that a damaged one is found before it is started. */
  static void check(Path zip) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      Enumeration<? extends ZipEntry> entries = file.entries();
      while (entries.hasMoreElements()) {
        try (InputStream in = file.getInputStream(entries.nextElement())) {
          in.transferTo(OutputStream.nullOutputStream());
        }
      }
    } catch (java.util.zip.ZipException | java.io.EOFException e) {
      throw damaged(zip, e);
    }
  }

  /**
   * Checks a zip or jar unless this very file was found whole before.
   *
   * @param marks where to remember it
   */
  static void checkOnce(Path zip, Path marks) throws IOException {
    Path mark = marks.resolve(zip.getFileName() + ".whole");
    String now = Files.size(zip) + " " + Files.getLastModifiedTime(zip).toMillis();
    if (Files.exists(mark) && Files.readString(mark).equals(now)) {
      return;
    }
    check(zip);
    Files.createDirectories(marks);
    Files.writeString(mark, now);
  }

  private static LauncherException damaged(Path zip, IOException cause) {
    return new LauncherException(
        zip.getFileName()
            + " is a broken download ("
            + Problems.tell(cause)
            + "): delete "
            + zip
            + " and its folder in the local Maven repository, then run again",
        cause);
  }

  /** Unpacks an xz-packed tar, with its links and execute bits. */
  static void untarXz(InputStream packed, Path target) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = inside(target, entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(path);
          continue;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
          inside(target, target.relativize(path.resolveSibling(entry.getLinkName())).toString());
          Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
          Files.createLink(path, inside(target, entry.getLinkName()));
        } else {
          Files.copy(tar, path);
          if ((entry.getMode() & OWNER_EXECUTES) != 0) {
            executable(path);
          }
        }
      }
    }
  }

  private static void executable(Path path) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static Path inside(Path target, String name) throws IOException {
    Path path = target.resolve(name).normalize();
    if (!path.startsWith(target)) {
      throw new IOException("archive entry points outside: " + name);
    }
    return path;
  }
}
