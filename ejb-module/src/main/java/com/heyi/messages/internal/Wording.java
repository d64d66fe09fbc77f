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

/**
 * The words of a message in one language.
 *
 * @param title for those channels that have one
 * @param text the words
 */
record Wording(String title, String text) {
  /** How a customer is named among the arguments, so that nobody's name is kept with another's. */
  private static final String CUSTOMER = "customer:";

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
    Object[] args = values.stream().map(arg -> written(arg, language, names)).toArray();
    String key = "message." + template;
    return new Wording(
        Texts.get(language, key + ".title", args), Texts.get(language, key + ".text", args));
  }

  /** The language of somebody with these preferences. */
  static Locale language(Optional<Preference> preference) {
    return preference.map(Preference::language).orElse(Texts.DEFAULT);
  }

  private static String written(
      String arg, Locale language, Function<UUID, Optional<String>> names) {
    if (arg.startsWith(CUSTOMER)) {
      return names.apply(UUID.fromString(arg.substring(CUSTOMER.length()))).orElse(NOBODY);
    }
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
