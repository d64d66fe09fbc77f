package com.heyi.privacy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a module tells about a person has a heading that he can read, and is explained. */
class EverySectionIsNamedTest {
  private static final Pattern SECTION =
      Pattern.compile("(?:add|tell)\\(\\s*(?:\\w+,\\s*)*\"(\\w+)\"");

  @ParameterizedTest
  @ValueSource(strings = {"zh_CN", "zh_TW", "en"})
  void inEachLanguage(String language) throws IOException {
    Properties texts = new Properties();
    try (InputStream in =
        getClass().getResourceAsStream("/com/heyi/i18n/privacy_" + language + ".properties")) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    assertThat(sections())
        .allSatisfy(
            section -> assertThat(texts.getProperty("privacy.section." + section)).isNotBlank());
  }

  @Test
  void inTheExplanationOfTheFile() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/com/heyi/privacy/FORMAT.txt")) {
      String format = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(sections()).allSatisfy(section -> assertThat(format).contains("." + section));
    }
  }

  /** Read from the sources, since a module tells only what it holds about somebody. */
  private static Set<String> sections() throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source :
          sources.filter(file -> file.toString().endsWith("PersonalData.java")).toList()) {
        Matcher section = SECTION.matcher(Files.readString(source));
        while (section.find()) {
          found.add(section.group(1));
        }
      }
    }
    assertThat(found).hasSizeGreaterThan(20);
    return found;
  }
}
