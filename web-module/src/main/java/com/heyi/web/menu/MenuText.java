package com.heyi.web.menu;

import com.heyi.menu.MenuChannel;
import com.heyi.shared.error.FieldError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Reads what comes as text; of nothing comes null, for the facade to judge. */
final class MenuText {
  private MenuText() {}

  static MenuChannel channel(String text) {
    return constant(MenuChannel.class, "channel", text);
  }

  /** The constant of this name. */
  static <C extends Enum<C>> C constant(Class<C> type, String field, String text) {
    return text == null || text.isBlank()
        ? null
        : Arrays.stream(type.getEnumConstants())
            .filter(one -> one.name().equals(text))
            .findFirst()
            .orElseThrow(() -> CommonError.invalid(field, "constraint.Pattern"));
  }

  /** A moment with its offset, such as 2026-03-10T09:00:00+08:00. */
  static Instant at(String text) {
    return read("at", text, given -> OffsetDateTime.parse(given).toInstant());
  }

  static LocalDate day(String field, String text) {
    return read(field, text, LocalDate::parse);
  }

  private static <T> T read(String field, String text, Function<String, T> reader) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return reader.apply(text);
    } catch (DateTimeException e) {
      throw new HeyiException(
          CommonError.INVALID, List.of(), List.of(FieldError.of(field, "constraint.Pattern")), e);
    }
  }
}
