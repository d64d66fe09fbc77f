package com.heyi.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.shared.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

  static Iterable<String> areas() {
    return Texts.AREAS;
  }

  @ParameterizedTest
  @MethodSource("areas")
  void everyLanguageHasTheSameKeys(String area) {
    Set<String> chinese = keys(area, Texts.DEFAULT);
    assertThat(keys(area, Locale.TRADITIONAL_CHINESE)).as("zh-TW").isEqualTo(chinese);
    assertThat(keys(area, Locale.ENGLISH)).as("en").isEqualTo(chinese);
  }

  /** Of two texts under one key the second would be shown in the place of the first, unseen. */
  @ParameterizedTest
  @MethodSource("areas")
  void noKeyStandsTwice(String area) throws IOException {
    for (String language : List.of("zh_CN", "zh_TW", "en")) {
      Path file =
          Path.of("src/main/resources/com/heyi/i18n", area + "_" + language + ".properties");
      Set<String> seen = new HashSet<>();
      assertThat(
              Files.readAllLines(file).stream()
                  .filter(line -> line.contains("=") && !line.startsWith("#"))
                  .map(line -> line.substring(0, line.indexOf('=')).strip())
                  .filter(key -> !seen.add(key)))
          .as(file.getFileName().toString())
          .isEmpty();
      assertThat(seen).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("areas")
  void everyLanguageUsesTheSameArguments(String area) {
    for (String key : keys(area, Texts.DEFAULT)) {
      Map<Locale, Set<String>> byLanguage =
          Texts.SPOKEN.stream()
              .collect(Collectors.toMap(spoken -> spoken, spoken -> arguments(area, spoken, key)));
      assertThat(Set.copyOf(byLanguage.values())).as(area + ": " + key).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("areas")
  void aGiftCardHasOneNameInTraditionalChinese(String area) {
    assertThat(
            keys(area, Locale.TRADITIONAL_CHINESE).stream()
                .map(key -> Texts.bundle(area, Locale.TRADITIONAL_CHINESE).getString(key))
                .filter(text -> text.contains("禮品卡")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "zh, zh-CN",
    "zh-CN, zh-CN",
    "zh-Hans-HK, zh-CN",
    "zh-TW, zh-TW",
    "zh-HK, zh-TW",
    "zh-Hant, zh-TW",
    "en-GB, en",
    "de, zh-CN"
  })
  void theNearestSpokenLanguageIsChosen(String asked, String spoken) {
    assertThat(Texts.spoken(Locale.forLanguageTag(asked)).toLanguageTag()).isEqualTo(spoken);
  }

  @Test
  void aMissingTextShowsItsKey() {
    assertThat(Texts.get(Locale.ENGLISH, "no.such.key")).isEqualTo("no.such.key");
  }

  private static Set<String> keys(String area, Locale spoken) {
    return new TreeSet<>(Texts.bundle(area, spoken).keySet());
  }

  private static Set<String> arguments(String area, Locale spoken, String key) {
    return ARGUMENT
        .matcher(Texts.bundle(area, spoken).getString(key))
        .results()
        .map((MatchResult result) -> result.group(1))
        .collect(Collectors.toSet());
  }
}
