package com.heyi.shared.value;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes and reads record ids: UUID version 7, so that ids grow with time and indexes stay dense.
 */
public final class Ids {
  private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

  private Ids() {}

  /** A new id, greater than those made before on this machine. */
  public static UUID next() {
    return GENERATOR.generate();
  }

  /**
   * Reads an id that came from outside.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND} when it is no id: no record can have it
   */
  public static UUID parse(String text) {
    return find(text).orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, text));
  }

  /** Reads an id that came from outside; empty when it is none. */
  public static Optional<UUID> find(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
