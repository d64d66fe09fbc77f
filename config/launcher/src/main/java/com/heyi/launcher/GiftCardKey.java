package com.heyi.launcher;

import com.heyi.shared.file.SecretFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The secret by which the codes of gift cards are kept: 32 bytes in Base64, in a file. */
final class GiftCardKey {
  private static final int LENGTH = 32;

  private GiftCardKey() {}

  /** Makes one where there is none; one that is there is kept, as cards are out by it. */
  static void make(Path file) {
    byte[] key = new byte[LENGTH];
    new SecureRandom().nextBytes(key);
    try {
      SecretFile.make(file, Base64.getEncoder().encodeToString(key) + "\n");
    } catch (FileAlreadyExistsException e) {
      // The key of an earlier start goes on.
      return;
    } catch (IOException e) {
      throw new LauncherException(
          "cannot make a key for gift cards in " + file + ": " + Problems.tell(e), e);
    }
  }
}
