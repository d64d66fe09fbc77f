package com.heyi.complaints.internal;

import com.heyi.complaints.FileType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What a file is follows from its first bytes, never from its name. */
final class WhatAFileIs {
  /** How much of a file is looked at. */
  static final int FIRST_BYTES = 4096;

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int LONGEST_CHARACTER = 4;

  private WhatAFileIs() {}

  /** The kind, or empty when it is none that is taken. */
  static Optional<FileType> by(byte[] first) {
    if (starts(first, 0, "%PDF-")) {
      return Optional.of(FileType.PDF);
    } else if (Arrays.mismatch(first, PNG) >= PNG.length) {
      return Optional.of(FileType.PNG);
    } else if (first.length > 3
        && (first[0] & 0xFF) == 0xFF
        && (first[1] & 0xFF) == 0xD8
        && (first[2] & 0xFF) == 0xFF) {
      return Optional.of(FileType.JPEG);
    } else if (starts(first, 0, "RIFF") && starts(first, 8, "WAVE")) {
      return Optional.of(FileType.WAV);
    } else if (starts(first, 0, "ID3")
        || first.length > 1 && (first[0] & 0xFF) == 0xFF && (first[1] & 0xE6) == 0xE2) {
      return Optional.of(FileType.MP3);
    }
    return isPlainText(first) ? Optional.of(FileType.TEXT) : Optional.empty();
  }

  private static boolean starts(byte[] first, int at, String with) {
    byte[] wanted = with.getBytes(StandardCharsets.US_ASCII);
    return first.length >= at + wanted.length
        && Arrays.equals(first, at, at + wanted.length, wanted, 0, wanted.length);
  }

  /** Text has no control characters, and no marks by which a browser would take it for a page. */
  private static boolean isPlainText(byte[] first) {
    // The last character may be cut off.
    for (int cut = 0; cut < LONGEST_CHARACTER && cut <= first.length; cut++) {
      try {
        String text =
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(first, 0, first.length - cut))
                .toString();
        return !text.isBlank()
            && !text.stripLeading().startsWith("<")
            && text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t');
      } catch (CharacterCodingException e) {
        if (first.length < FIRST_BYTES) {
          return false;
        }
      }
    }
    return false;
  }
}
