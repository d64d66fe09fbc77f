package com.heyi.launcher;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One user of a data folder at a time. The operating system holds the lock, so it is gone when its
 * holder is, however that ended.
 */
public final class FolderLock implements AutoCloseable {

  private final FileChannel channel;
  private final FileLock lock;

  private FolderLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes the folder, making it if need be.
   *
   * @throws LauncherException when another process has it or the folder cannot be written to
   */
  public static FolderLock take(Path folder) {
    Path file = folder.resolve("lock");
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        String holder = Files.readString(file).strip();
        channel.close();
        throw new LauncherException(
            "another heyi uses "
                + folder
                + (holder.isEmpty() ? "" : " (process " + holder + ")")
                + ": stop it first, or set HEYI_DATA_DIR to another folder");
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)),
          0);
      return new FolderLock(channel, lock);
    } catch (AccessDeniedException e) {
      throw new LauncherException("cannot write to " + folder + ": permission denied", e);
    } catch (IOException e) {
      throw new LauncherException("cannot write to " + folder + ": " + Problems.tell(e), e);
    }
  }

  /** Whether some process holds the folder now. */
  public static boolean isTaken(Path folder) {
    Path file = folder.resolve("lock");
    if (!Files.exists(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      FileLock lock = tryLock(channel);
      if (lock == null) {
        return true;
      }
      lock.release();
      return false;
    } catch (IOException e) {
      throw new LauncherException("cannot read " + file + ": " + Problems.tell(e), e);
    }
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // held by this very JVM: taken all the same
      return null;
    }
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new LauncherException("cannot release the data folder: " + Problems.tell(e), e);
    }
  }
}
