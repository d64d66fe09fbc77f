package com.heyi.web.ui;

import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Writes values for people: times in the bank's zone, numbers with grouping. Chinese pages use the
 * numeric order year-month-day, which sorts and cannot be misread; English pages name the month.
 */
@Named("fmt")
@ApplicationScoped
public class Formats {
  private static final String MINUS = "−";

  private Clock clock;

  protected Formats() {}

  @Inject
  Formats(Clock clock) {
    this.clock = clock;
  }

  /** Date and time to the minute, or empty text. */
  public String time(Instant instant) {
    return at(instant, "yyyy-MM-dd HH:mm", "d MMM yyyy HH:mm");
  }

  /** Date and time to the second, or empty text. */
  public String precise(Instant instant) {
    return at(instant, "yyyy-MM-dd HH:mm:ss", "d MMM yyyy HH:mm:ss");
  }

  /** A day; of an instant, the day it falls on in the bank's zone. */
  public String day(Object value) {
    if (value instanceof Instant instant) {
      return at(instant, "yyyy-MM-dd", "d MMM yyyy");
    }
    return value instanceof LocalDate day ? pattern("yyyy-MM-dd", "d MMM yyyy").format(day) : "";
  }

  /** A whole number with grouping. */
  public String number(Number number) {
    return number == null ? "" : decimal("#,##0").format(number);
  }

  /** An amount of points: a {@link Points} or a signed whole number. */
  public String points(Object value) {
    if (value instanceof Points points) {
      return number(points.amount());
    }
    return value instanceof Number number ? signed(decimal("#,##0"), number) : "";
  }

  /** An amount of money with its currency. */
  public String money(Money money) {
    if (money == null) {
      return "";
    }
    int decimals = money.currency().getDefaultFractionDigits();
    DecimalFormat format = decimal(decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals));
    String symbol = Money.CNY.equals(money.currency()) ? "¥" : money.currency() + " ";
    String amount = symbol + format.format(money.amount().abs());
    return money.isNegative() ? MINUS + amount : amount;
  }

  private String at(Instant instant, String numeric, String named) {
    return instant == null ? "" : pattern(numeric, named).format(instant.atZone(clock.getZone()));
  }

  private static DateTimeFormatter pattern(String numeric, String named) {
    Locale locale = TextsMap.locale();
    boolean english = Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
    return DateTimeFormatter.ofPattern(english ? named : numeric, locale);
  }

  private static String signed(DecimalFormat format, Number number) {
    String text = format.format(number);
    return text.startsWith("-") ? MINUS + text.substring(1) : text;
  }

  private static DecimalFormat decimal(String pattern) {
    return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
  }
}
