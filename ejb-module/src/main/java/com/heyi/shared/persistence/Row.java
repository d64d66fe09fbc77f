package com.heyi.shared.persistence;

import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A row that {@link NamedSql} has read, its columns by their names. Where there is nothing, it
 * answers null, but for counts and flags, of which the statement must answer something.
 */
public final class Row {
  private final String[] columns;
  private final Object[] values;

  Row(String[] columns, Object[] values) {
    this.columns = columns;
    this.values = values;
  }

  /** All columns by name, in order, as the database's driver reads them. */
  public Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < columns.length; i++) {
      fields.put(columns[i], values[i]);
    }
    return fields;
  }

  /**
   * A column as it was read.
   *
   * @throws IllegalArgumentException when the statement has no such column
   * @throws ClassCastException when it is of another type
   */
  public <T> T as(String column, Class<T> type) {
    for (int i = 0; i < columns.length; i++) {
      if (columns[i].equalsIgnoreCase(column)) {
        return type.cast(values[i]);
      }
    }
    throw new IllegalArgumentException("No " + column + " in " + Arrays.toString(columns));
  }

  public String text(String column) {
    return as(column, String.class);
  }

  public UUID uuid(String column) {
    return as(column, UUID.class);
  }

  public Instant instant(String column) {
    return as(column, Instant.class);
  }

  public LocalDate day(String column) {
    Date day = as(column, Date.class);
    return day == null ? null : day.toLocalDate();
  }

  public <E extends Enum<E>> E constant(String column, Class<E> type) {
    String name = text(column);
    return name == null ? null : Enum.valueOf(type, name);
  }

  public boolean flag(String column) {
    return as(column, Boolean.class);
  }

  /** A whole number, also when the database has summed it up as a decimal. */
  public long number(String column) {
    return exact(as(column, Number.class));
  }

  public Long numberOrNull(String column) {
    Number number = as(column, Number.class);
    return number == null ? null : exact(number);
  }

  public int whole(String column) {
    return Math.toIntExact(number(column));
  }

  public Integer wholeOrNull(String column) {
    Long number = numberOrNull(column);
    return number == null ? null : Math.toIntExact(number);
  }

  public BigDecimal decimal(String column) {
    return as(column, BigDecimal.class);
  }

  /** Money of the bank's own currency. */
  public Money cny(String column) {
    BigDecimal amount = decimal(column);
    return amount == null ? null : new Money(amount, Money.CNY);
  }

  public Points points(String column) {
    Long points = numberOrNull(column);
    return points == null ? null : Points.of(points);
  }

  private static long exact(Number number) {
    return number instanceof BigDecimal decimal ? decimal.longValueExact() : number.longValue();
  }
}
