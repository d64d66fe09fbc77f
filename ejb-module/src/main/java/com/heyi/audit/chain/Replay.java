package com.heyi.audit.chain;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Replays a trail in the right order: first the exported lines are opened, then the database. */
public final class Replay {
  private Replay() {}

  /**
   * Replays all of it.
   *
   * @param exports file or folder with the exported heads, or null to go without
   * @throws ProofException when the exports cannot be read
   */
  public static Report all(Connection connection, VerifyingKeys keys, Path exports)
      throws SQLException {
    return all(connection, keys, exports, 1);
  }

  /**
   * Replays all of it.
   *
   * @param exports file or folder with the exported heads, or null to go without
   * @param firstExported the first checkpoint that a folder must have, when earlier ones were taken
   *     away on purpose; a single file may begin anywhere
   * @throws ProofException when the exports cannot be read
   */
  public static Report all(
      Connection connection, VerifyingKeys keys, Path exports, long firstExported)
      throws SQLException {
    if (exports == null) {
      return new Verifier(connection, keys, null).all();
    }
    long first = Files.isDirectory(exports) ? firstExported : Long.MAX_VALUE;
    try (ExportedLines lines = ExportedLines.open(exports)) {
      return new Verifier(connection, keys, lines, first).all();
    }
  }

  /**
   * Replays what came after a checkpoint that was found sound; all of it when that is gone.
   *
   * @param exports folder with the exported heads
   * @param firstExported see {@link #all}
   * @throws ProofException when the exports cannot be read
   */
  public static Report since(
      Connection connection, VerifyingKeys keys, Path exports, long checkpoint, long firstExported)
      throws SQLException {
    Optional<Checkpoint> start = Checkpoints.find(connection, checkpoint);
    if (start.isEmpty()) {
      return all(connection, keys, exports, firstExported);
    }
    LocalDate day = LocalDate.ofInstant(start.get().at(), ZoneOffset.UTC);
    try (ExportedLines lines = ExportedLines.openFrom(exports, day)) {
      return new Verifier(connection, keys, lines).since(checkpoint);
    }
  }
}
