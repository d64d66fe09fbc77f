package com.heyi.web.common;

import com.heyi.privacy.PersonFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;

/** Hands a person's file over. */
public final class PersonFiles {
  private PersonFiles() {}

  /** Writes the file and deletes it, whether it arrived or not: it is made anew when asked for. */
  public static void deliver(PersonFile file, OutputStream out) throws IOException {
    try {
      Files.copy(file.file(), out);
    } finally {
      Files.deleteIfExists(file.file());
    }
  }
}
