package com.heyi.imports;

import com.heyi.shared.error.ErrorCode;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.value.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps received files in a folder, named by their content, so that the same file is kept once and
 * a run that is resumed finds its file unchanged.
 */
@ApplicationScoped
public class UploadStore {
  private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}|upload-\\d+\\.part");

  private final Path folder;
  private final long maxBytes;

  protected UploadStore() {
    this(null, 0);
  }

  @Inject
  public UploadStore(
      @ConfigProperty(name = "heyi.upload.dir") String folder,
      @ConfigProperty(name = "heyi.upload.max-bytes", defaultValue = "536870912") long maxBytes) {
    this.folder = folder == null ? null : Path.of(folder);
    this.maxBytes = maxBytes;
  }

  /**
   * Stores all that comes from the stream.
   *
   * @throws HeyiException {@link ImportError#FILE_TOO_LARGE}, {@link ImportError#FILE_EMPTY}
   * @throws IOException when the sender breaks off or the disk is full; nothing is kept then
   */
  public Upload store(InputStream content) throws IOException {
    return store(content, maxBytes, ImportError.FILE_TOO_LARGE);
  }

  /**
   * Stores all that comes from the stream, and stops reading as soon as it is too much.
   *
   * @param most bytes at most, where the folder's own limit is not lower
   * @param tooLarge what is told then, with the bytes at most as its argument
   * @throws HeyiException that error, {@link ImportError#FILE_EMPTY}
   * @throws IOException when the sender breaks off or the disk is full; nothing is kept then
   */
  public Upload store(InputStream content, long most, ErrorCode tooLarge) throws IOException {
    Begun begun = begin(content, most, tooLarge);
    try {
      keep(begun);
    } finally {
      drop(begun);
    }
    return begun.upload();
  }

  /**
   * A file that is written and not kept yet.
   *
   * @param upload what it will be
   * @param part where it lies until then
   */
  public record Begun(Upload upload, Path part) {}

  /**
   * Writes all that comes from the stream, to be {@linkplain #keep kept} or {@linkplain #drop
   * dropped}.
   *
   * @throws HeyiException {@link ImportError#FILE_TOO_LARGE}, {@link ImportError#FILE_EMPTY}
   * @throws IOException when the sender breaks off or the disk is full; nothing is left then
   */
  public Begun begin(InputStream content) throws IOException {
    return begin(content, maxBytes, ImportError.FILE_TOO_LARGE);
  }

  private Begun begin(InputStream content, long most, ErrorCode tooLarge) throws IOException {
    Files.createDirectories(folder);
    Path part = Files.createTempFile(folder, "upload-", ".part");
    boolean whole = false;
    try {
      DigestInputStream digested = new DigestInputStream(content, Sha256.digest());
      long bytes;
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
        bytes = copy(digested, out, Math.min(most, maxBytes), tooLarge);
      }
      if (bytes == 0) {
        throw new HeyiException(ImportError.FILE_EMPTY);
      }
      String hash = HexFormat.of().formatHex(digested.getMessageDigest().digest());
      whole = true;
      return new Begun(new Upload(hash, hash, bytes), part);
    } finally {
      if (!whole) {
        Files.deleteIfExists(part);
      }
    }
  }

  /** Keeps a file that was begun, under the name of its content. */
  public void keep(Begun begun) throws IOException {
    Files.move(
        begun.part(), path(begun.upload().storedFile()), StandardCopyOption.REPLACE_EXISTING);
  }

  /** Lets go of a file that was begun; of one that was kept there is nothing to let go. */
  public void drop(Begun begun) throws IOException {
    Files.deleteIfExists(begun.part());
  }

  /**
   * A file in the folder.
   *
   * @param name its name
   * @param bytes its size
   * @param storedAt when it was stored, the last time
   */
  public record Kept(String name, long bytes, Instant storedAt) {
    /** Whether it is an upload, or the beginning of one; anything else was put there by others. */
    public boolean ours() {
      return NAME.matcher(name).matches();
    }
  }

  /** All files of the folder; none while there is no folder yet. */
  public List<Kept> all() throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .flatMap(file -> find(file.getFileName().toString()).stream())
          .toList();
    }
  }

  /** A stored file, or empty when it is gone. */
  public Optional<Kept> find(String storedFile) {
    try {
      BasicFileAttributes seen = Files.readAttributes(path(storedFile), BasicFileAttributes.class);
      return Optional.of(new Kept(storedFile, seen.size(), seen.lastModifiedTime().toInstant()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a stored file is there. */
  public boolean exists(String storedFile) {
    return find(storedFile).isPresent();
  }

  /** Deletes a stored file; one that is gone already is no trouble. */
  public void delete(String storedFile) throws IOException {
    Files.deleteIfExists(path(storedFile));
  }

  /** Whether a stored file holds one of these texts; one that is gone holds none. */
  public boolean mentions(String storedFile, List<String> texts) throws IOException {
    Path file = path(storedFile);
    if (texts.isEmpty() || !Files.exists(file)) {
      return false;
    }
    // A file that is not UTF-8 is searched all the same: digits look alike in every encoding.
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (texts.stream().anyMatch(line::contains)) {
          return true;
        }
      }
      return false;
    }
  }

  /** Where a stored file lies. */
  public Path path(String storedFile) {
    return folder.resolve(storedFile);
  }

  private static long copy(InputStream in, OutputStream out, long most, ErrorCode tooLarge)
      throws IOException {
    byte[] buffer = new byte[1 << 16];
    long bytes = 0;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      bytes += n;
      if (bytes > most) {
        throw new HeyiException(tooLarge, most);
      }
      out.write(buffer, 0, n);
    }
    return bytes;
  }
}
