package com.heyi.audit.chain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a list of changes exactly as PostgreSQL gives a {@code jsonb} back, because that is what
 * is hashed again when the chain is replayed: the shortest key first, a blank after each comma and
 * colon, and only what must be escaped escaped.
 */
public final class ChangesText {
  private static final char FIRST_PLAIN = 0x20;

  private ChangesText() {}

  /** One change, its values as they may stand in the trail. */
  public record Line(String thing, String id, String field, String before, String after) {}

  /** The text, or null when nothing changed. */
  public static String of(List<Line> lines) {
    if (lines.isEmpty()) {
      return null;
    }
    StringBuilder text = new StringBuilder("[");
    for (Line line : lines) {
      if (text.length() > 1) {
        text.append(", ");
      }
      append(text, line);
    }
    return text.append(']').toString();
  }

  private static void append(StringBuilder text, Line line) {
    // The order of jsonb: by length, then by bytes.
    Map<String, String> members = new LinkedHashMap<>();
    members.put("id", line.id());
    members.put("after", line.after());
    members.put("field", line.field());
    members.put("thing", line.thing());
    members.put("before", line.before());
    char separator = '{';
    for (Map.Entry<String, String> member : members.entrySet()) {
      text.append(separator);
      if (separator == ',') {
        text.append(' ');
      }
      separator = ',';
      text.append('"').append(member.getKey()).append("\": ");
      append(text, member.getValue());
    }
    text.append('}');
  }

  private static void append(StringBuilder text, String value) {
    if (value == null) {
      text.append("null");
      return;
    }
    text.append('"');
    Storable.text(value)
        .chars()
        .forEach(
            c -> {
              switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                  if (c < FIRST_PLAIN) {
                    text.append(String.format("\\u%04x", c));
                  } else {
                    text.append((char) c);
                  }
                }
              }
            });
    text.append('"');
  }
}
