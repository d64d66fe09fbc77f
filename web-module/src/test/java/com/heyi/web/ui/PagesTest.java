package com.heyi.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.shared.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What must hold for every page and tag, read from their sources. */
class PagesTest {
  private static final Path PAGES = Path.of("src/main/webapp");
  private static final Path CODE = Path.of("src/main/java");
  private static final Pattern TEXT_IN_PAGE =
      Pattern.compile("\\bt\\[\\s*'([^']+)'\\s*]|\\bt\\.of\\(\\s*'([^']+)'\\s*[,)]");
  private static final Pattern TEXT_IN_CODE =
      Pattern.compile("\"((?:page|nav|ui)\\.[a-z][a-z0-9.-]*[a-z0-9])\"");
  private static final Pattern CHINESE_OR_PLAIN_WORDS =
      Pattern.compile("(?:headerText|label|title|value|text|hint|note)=\"[^\"#{]*\\p{IsHan}");
  private static final Pattern INLINE_HANDLER =
      Pattern.compile("<[a-z]+[^>:]*\\son(?:click|change|load|submit)=");
  private static final Pattern OUTSIDE_ADDRESS = Pattern.compile("(?:src|href)=\"(?:https?:)?//");

  @Test
  void everyTextThatPagesNameExistsInEveryLanguage() {
    Map<String, TreeSet<String>> missing = new TreeMap<>();
    Stream.concat(found(PAGES, ".xhtml", TEXT_IN_PAGE), found(CODE, ".java", TEXT_IN_CODE))
        .forEach(
            use -> {
              for (Locale locale : Texts.SPOKEN) {
                if (Texts.find(locale, use.key()).isEmpty()) {
                  missing
                      .computeIfAbsent(use.file(), file -> new TreeSet<>())
                      .add(locale.toLanguageTag() + " " + use.key());
                }
              }
            });
    assertThat(missing).isEmpty();
  }

  @Test
  void theSearchForTextsFindsThem() {
    List<String> keys =
        TEXT_IN_PAGE
            .matcher("#{t['page.a']} #{t.of('page.b', 1)}")
            .results()
            .map(PagesTest::group)
            .toList();
    assertThat(keys).containsExactly("page.a", "page.b");
  }

  @Test
  void noPageSpeaksOneLanguageOnly() {
    assertThat(found(PAGES, ".xhtml", CHINESE_OR_PLAIN_WORDS)).isEmpty();
  }

  @Test
  void noPageHasAnInlineHandlerThatThePolicyForbids() {
    assertThat(found(PAGES, ".xhtml", INLINE_HANDLER)).isEmpty();
  }

  @Test
  void noPageLoadsAnythingFromOutside() {
    assertThat(found(PAGES, ".xhtml", OUTSIDE_ADDRESS)).isEmpty();
    assertThat(found(PAGES, ".css", Pattern.compile("url\\(|@import"))).isEmpty();
  }

  @Test
  void everyItemOfTheMenuLeadsToAPage() {
    assertThat(Navigation.of(view -> true))
        .flatMap(Navigation.Group::items)
        .isNotEmpty()
        .allSatisfy(
            item -> {
              assertThat(PAGES.resolve(item.path().substring(1))).exists();
              assertThat(item.below())
                  .allSatisfy(view -> assertThat(PAGES.resolve(view.substring(1))).exists());
            });
  }

  @Test
  void theMenuShowsWhatAPersonMayOpen() {
    assertThat(Navigation.of("/audit/list.xhtml"::equals))
        .flatMap(Navigation.Group::items)
        .extracting(Navigation.Item::path)
        .containsExactly("/audit/list.xhtml");
  }

  @Test
  void aPageOfAnAreaMarksItsItemInTheMenu() {
    Navigation.Item audit = Navigation.Item.of("nav.audit", "/audit/list.xhtml", "pi-shield");

    assertThat(audit.holds("/audit/entry.xhtml")).isTrue();
    assertThat(audit.holds("/accounts/list.xhtml")).isFalse();
  }

  private static Stream<Use> found(Path folder, String ending, Pattern pattern) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> wanted = files.filter(file -> file.toString().endsWith(ending)).toList();
      assertThat(wanted).isNotEmpty();
      return wanted.stream()
          .flatMap(
              file ->
                  pattern
                      .matcher(read(file))
                      .results()
                      .map(result -> new Use(file.toString(), group(result))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String group(MatchResult result) {
    for (int i = 1; i <= result.groupCount(); i++) {
      if (result.group(i) != null) {
        return result.group(i);
      }
    }
    return result.group();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Use(String file, String key) {}
}
