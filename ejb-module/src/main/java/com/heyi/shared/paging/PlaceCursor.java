package com.heyi.shared.paging;

import com.heyi.shared.error.HeyiException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * The cursor of a list that has one order of its own: by a value, and by the id among equals. It
 * tells where a page ended.
 */
public final class PlaceCursor {
  private static final String BETWEEN = " ";

  private PlaceCursor() {}

  /** The cursor behind a row with this value and id. */
  public static String write(Object value, UUID id) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((value + BETWEEN + id).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Where a page ended.
   *
   * @param place makes it of the value as text and the id
   * @throws HeyiException {@link PagingError#CURSOR} when the one or the other cannot be read
   */
  public static <P> P read(String cursor, BiFunction<String, UUID, P> place) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8)
              .split(BETWEEN, 2);
      return place.apply(parts[0], UUID.fromString(parts[parts.length - 1]));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new HeyiException(PagingError.CURSOR, List.of(), List.of(), e);
    }
  }
}
