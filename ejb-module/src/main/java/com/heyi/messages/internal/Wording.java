package com.heyi.messages.internal;

import com.heyi.shared.text.BookNote;
import com.heyi.shared.text.Texts;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The words of a message in one language.
 *
 * @param title for those channels that have one
 * @param text the words
 */
record Wording(String title, String text) {
  private static final String NOBODY = "—";

  /**
   * As its recipient gets it.
   *
   * @param names the names of customers by their ids
   */
  static Wording of(Message message, Locale language, Function<UUID, Optional<String>> names) {
    return of(message.template(), message.args(), language, names);
  }

  /**
   * As the staff read it.
   *
   * @param names the names of customers by their ids
   */
  static Wording forOthers(
      Message message, Locale language, Function<UUID, Optional<String>> names) {
    return of(
        message.template(),
        WhatOnlyTheRecipientReads.hiddenFromOthers(message.template(), message.args()),
        language,
        names);
  }

  private static Wording of(
      String template,
      List<String> values,
      Locale language,
      Function<UUID, Optional<String>> names) {
    Object[] args =
        IntStream.range(0, values.size())
            .mapToObj(
                place ->
                    WhatNamesACustomer.in(template, place, values.get(place))
                        .map(customer -> names.apply(customer).orElse(NOBODY))
                        .orElseGet(() -> written(values.get(place), language)))
            .toArray();
    String key = "message." + template;
    return new Wording(
        Texts.get(language, key + ".title", args), Texts.get(language, key + ".text", args));
  }

  /** The language of somebody with these preferences. */
  static Locale language(Optional<Preference> preference) {
    return preference.map(Preference::language).orElse(Texts.DEFAULT);
  }

  private static String written(String arg, Locale language) {
    try {
      return LocalDate.parse(arg)
          .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language));
    } catch (DateTimeException e) {
      return BookNote.shown(language, arg);
    }
  }

  /** Kept out of logs. */
  @Override
  public String toString() {
    return "Wording";
  }
}
