package com.heyi.shared.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** A file with a secret, which only its owner may read. */
public final class SecretFile {
  private SecretFile() {}

  /**
   * Makes the file, and its folder where there is none. It is written beside its place, brought to
   * the disk and then put there, so that whoever is killed meanwhile leaves no part of a secret.
   *
   * @param content ASCII
   * @throws FileAlreadyExistsException when it is there; what stands in it stays
   * @throws IOException when it cannot be written
   */
  public static void make(Path file, String content) throws IOException {
    Path place = file.toAbsolutePath();
    Files.createDirectories(place.getParent());
    Path part =
        Files.createTempFile(
            place.getParent(),
            place.getFileName() + ".",
            ".part",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        ByteBuffer left = ByteBuffer.wrap(content.getBytes(StandardCharsets.US_ASCII));
        while (left.hasRemaining()) {
          channel.write(left);
        }
        channel.force(true);
      }
      // A second name for it, and not a move, which would put it over what another has made since.
      Files.createLink(place, part);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
