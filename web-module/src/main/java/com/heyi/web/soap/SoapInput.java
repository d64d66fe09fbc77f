package com.heyi.web.soap;

import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.UUID;

/** Reads what operations are given as text or number; what is wrong is told by its parameter. */
public final class SoapInput {
  private SoapInput() {}

  /**
   * An id that must be there.
   *
   * @throws HeyiException {@link CommonError#INVALID} when it is missing, {@link
   *     CommonError#NOT_FOUND} when it is none
   */
  public static UUID id(String parameter, String text) {
    if (text == null) {
      throw CommonError.invalid(parameter, "constraint.NotNull");
    }
    return Ids.parse(text.strip());
  }

  /**
   * An amount in CNY; null when there is none, so that the command says whether it needs one.
   *
   * @throws HeyiException {@link CommonError#INVALID} when it has parts of a fen
   */
  public static Money money(String parameter, BigDecimal amount) {
    if (amount == null) {
      return null;
    }
    if (amount.stripTrailingZeros().scale() > Money.CNY.getDefaultFractionDigits()) {
      throw CommonError.invalid(parameter, "constraint.Digits");
    }
    return new Money(amount, Money.CNY);
  }

  /**
   * A day in ISO 8601; null when there is none.
   *
   * @throws HeyiException {@link CommonError#INVALID} when it is no day
   */
  public static LocalDate day(String parameter, String text) {
    try {
      return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      throw CommonError.invalid(parameter, "constraint.Pattern");
    }
  }

  /**
   * A moment in ISO 8601 with its offset; null when there is none.
   *
   * @throws HeyiException {@link CommonError#INVALID} when it is no moment
   */
  public static Instant moment(String parameter, String text) {
    try {
      return text == null || text.isBlank() ? null : OffsetDateTime.parse(text.strip()).toInstant();
    } catch (DateTimeParseException e) {
      throw CommonError.invalid(parameter, "constraint.Pattern");
    }
  }

  /**
   * One of an enum's constants; null when there is no text.
   *
   * @throws HeyiException {@link CommonError#INVALID} when it is none of them
   */
  public static <E extends Enum<E>> E oneOf(String parameter, Class<E> type, String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    return Arrays.stream(type.getEnumConstants())
        .filter(known -> known.name().equals(text.strip()))
        .findFirst()
        .orElseThrow(() -> CommonError.invalid(parameter, "constraint.Pattern"));
  }
}
