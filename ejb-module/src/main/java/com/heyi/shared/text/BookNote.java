package com.heyi.shared.text;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Heyi itself notes in a book that is never changed, such as why an entry was made. It is kept
 * as the key of a text with what the text is about, so that everybody reads it in his own language.
 */
public final class BookNote {
  private static final Pattern FORM = Pattern.compile("(note\\.[a-z-]+):(.+)");

  /** So that a note fits into every book, however long a name is that it tells of. */
  private static final int LONGEST = 120;

  private BookNote() {}

  /**
   * The note as it is kept.
   *
   * @param key of a text, {@code note.} with lower-case letters and dashes
   * @param about the text's one argument, of which one line is kept, at most 120 characters
   */
  public static String of(String key, String about) {
    String note = key + ":" + start(about.replaceAll("\\R+", " "));
    if (!FORM.matcher(note).matches()) {
      throw new IllegalArgumentException(note);
    }
    return note;
  }

  private static String start(String text) {
    return text.codePointCount(0, text.length()) > LONGEST
        ? text.substring(0, text.offsetByCodePoints(0, LONGEST))
        : text;
  }

  /** A note in this language; anything that is none as it stands, null too. */
  public static String shown(Locale locale, String kept) {
    if (kept == null) {
      return null;
    }
    Matcher note = FORM.matcher(kept);
    return note.matches() && Texts.find(locale, note.group(1)).isPresent()
        ? Texts.get(locale, note.group(1), note.group(2))
        : kept;
  }
}
