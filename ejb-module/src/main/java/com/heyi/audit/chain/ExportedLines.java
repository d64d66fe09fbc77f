package com.heyi.audit.chain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The exported checkpoints, one after the other, as far as the files went when this was opened: so
 * a database that is looked at afterwards must have them all.
 */
public final class ExportedLines implements AutoCloseable {
  private final Deque<Part> parts = new ArrayDeque<>();
  private BufferedReader reader;
  private Part part;
  private int line;
  private String ahead;

  /**
   * One file.
   *
   * @param size how much of it is read
   */
  private record Part(Path file, long size) {}

  /**
   * What one line says.
   *
   * @param where file and line, for people
   * @param checkpoint what it says, or null when it says nothing that can be read
   */
  record Line(String where, Checkpoint checkpoint) {}

  /**
   * Opens a file or all files of a folder.
   *
   * @throws ProofException when there is none, or it cannot be read
   */
  public static ExportedLines open(Path fileOrFolder) {
    return open(fileOrFolder, "");
  }

  /**
   * Opens the files of a folder from a day on.
   *
   * @param day of the first checkpoint that is asked for (UTC)
   * @throws ProofException when they cannot be read
   */
  static ExportedLines openFrom(Path folder, LocalDate day) {
    return open(folder, Exports.fileName(day));
  }

  private static ExportedLines open(Path fileOrFolder, String firstFile) {
    ExportedLines lines = new ExportedLines();
    try {
      List<Path> files =
          Files.isDirectory(fileOrFolder) ? Exports.files(fileOrFolder) : List.of(fileOrFolder);
      for (Path file : files) {
        if (file.getFileName().toString().compareTo(firstFile) >= 0) {
          lines.parts.add(new Part(file, wholeLines(file)));
        }
      }
    } catch (IOException e) {
      throw new ProofException("cannot read exported heads from " + fileOrFolder, e);
    }
    return lines;
  }

  /** Whether there is no file at all. */
  public boolean isEmpty() {
    return parts.isEmpty() && part == null;
  }

  /** The next line, or null after the last. */
  Line next() {
    try {
      String text = nextText();
      if (text == null) {
        return null;
      }
      String where = part.file().getFileName() + ":" + line;
      String following = peek();
      boolean torn = following != null && !text.equals(following) && following.startsWith(text);
      boolean twice = text.equals(following);
      if (torn || twice) {
        // A write broken off and done again, or done by two nodes.
        return next();
      }
      try {
        return new Line(where, Checkpoint.parse(text));
      } catch (ProofException e) {
        return new Line(where, null);
      }
    } catch (IOException e) {
      throw new ProofException("cannot read the exported heads", e);
    }
  }

  /** Where the last whole line ends: what follows is being written, or its writing broke off. */
  private static long wholeLines(Path file) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      long end = in.length();
      while (end > 0) {
        in.seek(end - 1);
        if (in.read() == '\n') {
          return end;
        }
        end--;
      }
      return 0;
    }
  }

  private String peek() throws IOException {
    if (ahead == null && reader != null) {
      ahead = reader.readLine();
    }
    return ahead;
  }

  private String nextText() throws IOException {
    while (true) {
      if (ahead != null) {
        String text = ahead;
        ahead = null;
        line++;
        return text;
      }
      if (reader != null) {
        String text = reader.readLine();
        if (text != null) {
          line++;
          return text;
        }
        reader.close();
        reader = null;
      }
      if (parts.isEmpty()) {
        return null;
      }
      part = parts.poll();
      line = 0;
      reader =
          new BufferedReader(
              new InputStreamReader(
                  new Bounded(Files.newInputStream(part.file()), part.size()),
                  StandardCharsets.US_ASCII));
    }
  }

  @Override
  public void close() {
    parts.clear();
    if (reader != null) {
      try {
        reader.close();
      } catch (IOException e) {
        throw new ProofException("cannot close the exported heads", e);
      }
    }
  }

  /** The beginning of a file that may grow meanwhile. */
  private static final class Bounded extends InputStream {
    private final InputStream in;
    private long left;

    Bounded(InputStream in, long size) {
      this.in = in;
      left = size;
    }

    @Override
    public int read() throws IOException {
      if (left <= 0) {
        return -1;
      }
      left--;
      return in.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (left <= 0) {
        return -1;
      }
      int read = in.read(bytes, offset, (int) Math.min(length, left));
      left -= Math.max(read, 0);
      return read;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
