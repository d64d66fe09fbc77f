package com.heyi.launcher;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Words for what went wrong below. */
final class Problems {

  private Problems() {}

  /** One line about a failed read or write, in the words a person would use. */
  static String tell(IOException e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    if (message.contains("No space left") || message.contains("Disk quota")) {
      return "the disk is full";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied on " + message;
    }
    if (e instanceof NoSuchFileException) {
      return "no such file: " + message;
    }
    if (e instanceof FileSystemException f && f.getReason() != null) {
      return f.getReason() + ": " + f.getFile();
    }
    return message.lines().findFirst().orElse(message);
  }
}
