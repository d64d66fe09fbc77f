package com.heyi.web.texts;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.shared.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every text that a page names is there in every language, else people would see the bare key; and
 * every text of pages is named by one.
 */
class TextKeysTest {
  private static final Pattern IN_PAGES =
      Pattern.compile("\\bt\\['([^']+)'\\]|\\bt\\.of\\('([^']+)'\\s*[,)]");
  private static final Pattern IN_CODE =
      Pattern.compile("\"((?:page|ui|nav|json|language|enum)\\.[A-Za-z0-9_.-]*[A-Za-z0-9_-])\"");
  private static final Pattern LITERAL = Pattern.compile("[\"']([\\w.,-]+)[\"']");
  private static final Pattern OF_PAGES = Pattern.compile("(?:page|ui|nav)[.].+");
  private static final Pattern BEGINNING = Pattern.compile("\\w+[.]\\S+[.]");

  @Test
  void everyTextOfThePagesIsThereInEveryLanguage() throws IOException {
    List<String> missing = missing(Path.of("src/main/webapp"), ".xhtml", IN_PAGES);
    assertThat(missing).isEmpty();
  }

  @Test
  void everyTextThatTheBeansNameIsThereInEveryLanguage() throws IOException {
    List<String> missing = missing(Path.of("src/main/java"), ".java", IN_CODE);
    assertThat(missing).isEmpty();
  }

  @Test
  void everyTextOfPagesIsNamedByAPageOrABean() throws IOException {
    assertThat(unused(literals())).isEmpty();
  }

  @Test
  void aTextThatNobodyNamesWouldBeFound() {
    assertThat(unused(Set.of("page.", "page.reports.", "ui.back")))
        .contains("nav.dashboard")
        .noneMatch(key -> key.startsWith("page.reports."));
  }

  @Test
  void aKeyThatIsMissingWouldBeFound() {
    assertThat(missing("page", "<h1>#{t['no.such.key']}</h1>", IN_PAGES))
        .contains("page: no.such.key in zh_CN")
        .hasSize(Texts.SPOKEN.size());
    assertThat(missing("page", "#{t.of('no.such.count', list.total)}", IN_PAGES)).isNotEmpty();
  }

  private static Set<String> literals() throws IOException {
    Set<String> literals = new HashSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
      for (Path file :
          files.filter(path -> path.toString().matches(".*[.](java|xhtml)")).toList()) {
        Matcher found = LITERAL.matcher(Files.readString(file));
        while (found.find()) {
          literals.add(found.group(1));
        }
      }
    }
    return literals;
  }

  /** Keys that stand nowhere, nor begin as one does that is put together, such as page.x.ENUM. */
  private static List<String> unused(Set<String> literals) {
    List<String> beginnings = literals.stream().filter(BEGINNING.asMatchPredicate()).toList();
    return Texts.AREAS.stream()
        .flatMap(area -> Texts.bundle(area, Texts.DEFAULT).keySet().stream())
        .filter(OF_PAGES.asMatchPredicate())
        .filter(key -> !literals.contains(key))
        .filter(key -> beginnings.stream().noneMatch(key::startsWith))
        .sorted()
        .toList();
  }

  private static List<String> missing(Path root, String suffix, Pattern pattern)
      throws IOException {
    List<String> missing = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(path -> path.toString().endsWith(suffix)).sorted().toList()) {
        String source = Files.readString(file).replaceAll("(?m)^\\s*/?\\*.*$", "");
        missing.addAll(missing(root.relativize(file).toString(), source, pattern));
      }
    }
    return missing;
  }

  private static List<String> missing(String file, String source, Pattern pattern) {
    List<String> missing = new ArrayList<>();
    Matcher found = pattern.matcher(source);
    while (found.find()) {
      String key = found.group(1) != null ? found.group(1) : found.group(2);
      for (Locale locale : Texts.SPOKEN) {
        if (Texts.find(locale, key).isEmpty()) {
          missing.add(file + ": " + key + " in " + locale);
        }
      }
    }
    return missing;
  }
}
