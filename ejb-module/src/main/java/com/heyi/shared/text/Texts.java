package com.heyi.shared.text;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * Finds texts in zh-CN (the default), zh-TW and en. Each area (a module, {@code shared} or {@code
 * web}) has a bundle {@code com/heyi/i18n/<area>_<locale>.properties}; keys do not repeat between
 * areas, and the first area that has the key gives the text.
 */
public final class Texts {
  public static final Locale DEFAULT = Locale.SIMPLIFIED_CHINESE;

  /** The languages Heyi speaks, default first. */
  public static final List<Locale> SPOKEN =
      List.of(DEFAULT, Locale.TRADITIONAL_CHINESE, Locale.ENGLISH);

  /** Every area that has texts. */
  public static final List<String> AREAS =
      List.of(
          "shared",
          "web",
          "accounts",
          "deposits",
          "family",
          "mall",
          "giftcards",
          "promotions",
          "invoices",
          "relationship",
          "winddown",
          "complaints",
          "learning",
          "reports",
          "audit",
          "imports",
          "access",
          "privacy",
          "messages",
          "menu",
          "approvals");

  private static final ResourceBundle.Control EXACT =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private Texts() {}

  /**
   * The text in this language with its arguments filled in (MessageFormat; an enum constant by its
   * own text), or the key itself when there is none, so that a gap is seen and reported.
   */
  public static String get(Locale locale, String key, Object... args) {
    Locale spoken = spoken(locale);
    return find(spoken, key).map(text -> format(spoken, text, args)).orElse(key);
  }

  /** The text as it stands in the bundle, or empty. */
  public static Optional<String> find(Locale locale, String key) {
    Locale spoken = spoken(locale);
    return AREAS.stream()
        .map(area -> bundle(area, spoken))
        .filter(bundle -> bundle.containsKey(key))
        .map(bundle -> bundle.getString(key))
        .findFirst();
  }

  /** The text of an enum constant, key {@code enum.<Type>.<CONSTANT>}. */
  public static String of(Locale locale, Enum<?> constant) {
    return get(
        locale, "enum." + constant.getDeclaringClass().getSimpleName() + "." + constant.name());
  }

  /** The bundle of an area in a spoken language. */
  public static ResourceBundle bundle(String area, Locale spoken) {
    return ResourceBundle.getBundle(
        "com.heyi.i18n." + area, spoken, Texts.class.getClassLoader(), EXACT);
  }

  /**
   * The language Heyi speaks that is nearest to the one asked for. Traditional script, Hong Kong
   * and Macao get zh-TW; any other Chinese zh-CN; English en; anything else the default.
   */
  public static Locale spoken(Locale asked) {
    if (asked == null) {
      return DEFAULT;
    }
    if (Locale.ENGLISH.getLanguage().equals(asked.getLanguage())) {
      return Locale.ENGLISH;
    }
    if (Locale.CHINESE.getLanguage().equals(asked.getLanguage())) {
      boolean traditional =
          "Hant".equals(asked.getScript())
              || (asked.getScript().isEmpty()
                  && List.of("TW", "HK", "MO").contains(asked.getCountry()));
      return traditional ? Locale.TRADITIONAL_CHINESE : DEFAULT;
    }
    return DEFAULT;
  }

  /**
   * Of a text that people have written in the three languages, the one nearest to the language
   * asked for.
   */
  public static String choose(Locale asked, String zhCn, String zhTw, String en) {
    Locale spoken = spoken(asked);
    if (Locale.TRADITIONAL_CHINESE.equals(spoken)) {
      return zhTw;
    }
    return Locale.ENGLISH.equals(spoken) ? en : zhCn;
  }

  private static String format(Locale locale, String text, Object... args) {
    Object[] shown = Arrays.stream(args).map(arg -> shown(locale, arg)).toArray();
    return args.length == 0 ? text : new MessageFormat(text, locale).format(shown);
  }

  private static Object shown(Locale locale, Object arg) {
    if (arg instanceof Enum<?> constant) {
      return of(locale, constant);
    }
    if (arg instanceof Collection<?> several) {
      String between = Locale.ENGLISH.equals(locale) ? ", " : "、";
      return several.stream()
          .map(one -> String.valueOf(shown(locale, one)))
          .collect(Collectors.joining(between));
    }
    return arg;
  }
}
