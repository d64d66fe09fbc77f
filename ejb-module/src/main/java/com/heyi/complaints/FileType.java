package com.heyi.complaints;

/** The kinds of file that are taken with a complaint, told by their content. */
public enum FileType {
  PDF("application/pdf", "pdf"),
  PNG("image/png", "png"),
  JPEG("image/jpeg", "jpg"),
  /** A recorded call. */
  WAV("audio/wav", "wav"),
  /** A recorded call. */
  MP3("audio/mpeg", "mp3"),
  /** Plain text in UTF-8. */
  TEXT("text/plain; charset=UTF-8", "txt");

  private final String mediaType;
  private final String ending;

  FileType(String mediaType, String ending) {
    this.mediaType = mediaType;
    this.ending = ending;
  }

  public String mediaType() {
    return mediaType;
  }

  /** The ending that a name of such a file has. */
  public String ending() {
    return ending;
  }
}
