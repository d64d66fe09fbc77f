package com.heyi.audit.chain;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The folder outside the database to which checkpoints are exported: one line for each, in a file
 * for each day (UTC), so that the files of past days never change again and can be taken to where
 * nobody can write. Beside them the public keys.
 *
 * <p>A folder may be shared by nodes: one appends at a time.
 */
public final class Exports {
  static final String FILES = "heads-*.jsonl";

  private static final int LONGEST_LINE = 1 << 16;

  private final Path folder;

  public Exports(Path folder) {
    this.folder = folder;
  }

  /**
   * Appends what the database has beyond the last exported checkpoint, so that a line that could
   * not be written comes with the next one that can.
   *
   * @return how many lines were appended
   * @throws ProofException when the folder cannot be written to, or the database no longer has what
   *     was exported
   */
  public int update(Connection connection, SigningKey key) throws SQLException {
    try {
      Files.createDirectories(folder);
      publish(key);
      try (FileChannel guard =
              FileChannel.open(
                  folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock held = guard.lock()) {
        return held.isValid() ? appendMissing(connection) : 0;
      }
    } catch (IOException e) {
      throw new ProofException("cannot export to " + folder + ": " + e, e);
    }
  }

  private int appendMissing(Connection connection) throws IOException, SQLException {
    Checkpoint last = last().orElse(null);
    if (last != null) {
      Checkpoint same =
          Checkpoints.find(connection, last.number())
              .orElseThrow(
                  () ->
                      new ProofException(
                          "the database has lost checkpoint "
                              + last.number()
                              + ", which was exported to "
                              + folder));
      if (!same.equals(last)) {
        throw new ProofException(
            "checkpoint " + last.number() + " is not the one exported to " + folder);
      }
    }
    int appended = 0;
    long number = last == null ? 0 : last.number();
    for (List<Checkpoint> some = Checkpoints.after(connection, number);
        !some.isEmpty();
        some = Checkpoints.after(connection, number)) {
      for (Checkpoint each : some) {
        append(each);
        number = each.number();
        appended++;
      }
    }
    return appended;
  }

  static String fileName(LocalDate day) {
    return "heads-" + day + ".jsonl";
  }

  /** The last exported checkpoint. */
  Optional<Checkpoint> last() throws IOException {
    List<Path> files = files(folder);
    for (int i = files.size() - 1; i >= 0; i--) {
      Optional<Checkpoint> last = last(files.get(i));
      if (last.isPresent()) {
        return last;
      }
    }
    return Optional.empty();
  }

  /** The exported files in the order of their days. */
  static List<Path> files(Path folder) throws IOException {
    TreeSet<Path> sorted = new TreeSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, FILES)) {
      files.forEach(sorted::add);
    }
    return List.copyOf(sorted);
  }

  /** On the disk when it comes back; a line torn by a power cut is ended before the next. */
  private void append(Checkpoint checkpoint) throws IOException {
    LocalDate day = LocalDate.ofInstant(checkpoint.at(), ZoneOffset.UTC);
    Path file = folder.resolve(fileName(day));
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long size = channel.size();
      String begin = size == 0 || endsWithNewline(channel, size) ? "" : "\n";
      ByteBuffer line =
          ByteBuffer.wrap((begin + checkpoint.line() + "\n").getBytes(StandardCharsets.US_ASCII));
      channel.position(size);
      while (line.hasRemaining()) {
        channel.write(line);
      }
      channel.force(true);
    }
  }

  private static boolean endsWithNewline(FileChannel channel, long size) throws IOException {
    ByteBuffer last = ByteBuffer.allocate(1);
    channel.read(last, size - 1);
    return last.get(0) == '\n';
  }

  private void publish(SigningKey key) throws IOException {
    Path file = folder.resolve("key-" + key.id() + ".pem");
    if (!Files.exists(file)) {
      try {
        Files.writeString(
            file, key.publicPem(), StandardCharsets.US_ASCII, StandardOpenOption.CREATE_NEW);
      } catch (FileAlreadyExistsException e) {
        // another node has just published the same key
        return;
      }
    }
  }

  /** The last whole line of the file. */
  private static Optional<Checkpoint> last(Path file) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      int length = (int) Math.min(in.length(), 2L * LONGEST_LINE);
      byte[] end = new byte[length];
      in.seek(in.length() - length);
      in.readFully(end);
      String text = new String(end, StandardCharsets.US_ASCII);
      int stop = text.lastIndexOf('\n');
      if (stop < 0) {
        return Optional.empty();
      }
      return Optional.of(
          Checkpoint.parse(text.substring(text.lastIndexOf('\n', stop - 1) + 1, stop)));
    }
  }
}
