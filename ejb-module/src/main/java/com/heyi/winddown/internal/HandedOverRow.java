package com.heyi.winddown.internal;

import com.heyi.imports.ImportRecord;
import com.heyi.mall.GrantPoints;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Reads the columns of a row that an app which ends has handed over. */
final class HandedOverRow {
  private static final BigDecimal MOST_MONEY = new BigDecimal("1000000000");

  private HandedOverRow() {}

  /** Points, at least 1. */
  static Points points(ImportRecord row, String column) {
    return Points.of(number(row, column, GrantPoints.MOST));
  }

  /** A whole number, at least 1. */
  static long number(ImportRecord row, String column, long most) {
    String text = row.get(column);
    int mostDigits = 13;
    if (!text.matches("[0-9]{1," + mostDigits + "}")) {
      throw new Unreadable(column);
    }
    long number = Long.parseLong(text);
    if (number < 1 || number > most) {
      throw new Unreadable(column);
    }
    return number;
  }

  /** Money in CNY, more than nothing. */
  static Money money(ImportRecord row, String column) {
    String text = row.get(column);
    if (!text.matches("[0-9]{1,10}(\\.[0-9]{1,2})?")) {
      throw new Unreadable(column);
    }
    BigDecimal amount = new BigDecimal(text);
    if (amount.signum() == 0 || amount.compareTo(MOST_MONEY) > 0) {
      throw new Unreadable(column);
    }
    return new Money(amount, Money.CNY);
  }

  /** A day, or null when the column is empty. */
  static LocalDate day(ImportRecord row, String column) {
    try {
      return row.isBlank(column) ? null : LocalDate.parse(row.get(column));
    } catch (DateTimeParseException e) {
      throw new Unreadable(column, e);
    }
  }

  /** A name in capitals, digits and signs, of so many characters at most. */
  static String code(ImportRecord row, String column, int most) {
    String text = row.get(column);
    if (!text.matches("[A-Za-z0-9][A-Za-z0-9._/-]*") || text.length() > most) {
      throw new Unreadable(column);
    }
    return text;
  }

  /** A column that says nothing that can be taken over. */
  static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String column;

    Unreadable(String column) {
      this(column, null);
    }

    private Unreadable(String column, Exception cause) {
      super(column, cause, false, false);
      this.column = column;
    }

    String column() {
      return column;
    }
  }
}
