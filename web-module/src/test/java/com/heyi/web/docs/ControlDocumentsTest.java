package com.heyi.web.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lists of controls that an auditor signs name tests that are there. */
class ControlDocumentsTest {
  private static final Path DOCUMENTS = Path.of("..", "docs");
  private static final List<Path> TESTS =
      List.of(
          Path.of("..", "ejb-module", "src", "test", "java"),
          Path.of("src", "test", "java"),
          Path.of("..", "config", "launcher", "src", "test", "java"));
  private static final Pattern NAMED = Pattern.compile("`(\\w+)#(\\w+)`");
  private static final String MARK =
      "(?s)@(?:Test|ParameterizedTest|Property|Example|ArchTest)\\b(?:(?!\\bvoid\\b).)*";

  /** A control without a test is told by its row, since nothing stands in its last column. */
  @ParameterizedTest
  @CsvSource({"audit-controls.md, 40", "complaints-controls.md, 60", "points-controls.md, 50"})
  void everyControlNamesATestOrADocument(String document, int fewest) throws IOException {
    List<String> rows =
        Files.readAllLines(DOCUMENTS.resolve(document)).stream()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| control |"))
            .toList();
    assertThat(rows).hasSizeGreaterThan(fewest);
    assertThat(rows)
        .allSatisfy(row -> assertThat(row.split("\\|")[3]).containsPattern("`\\w+#\\w+`|\\]\\("));
  }

  @ParameterizedTest
  @CsvSource({"audit-controls.md, 100", "complaints-controls.md, 120", "points-controls.md, 140"})
  void everyTestNamedIsThere(String document, int fewest) throws IOException {
    Map<String, List<String>> sources = sources();
    List<String> missing = new ArrayList<>();
    Matcher named = NAMED.matcher(Files.readString(DOCUMENTS.resolve(document)));
    int found = 0;
    while (named.find()) {
      found++;
      if (sources.getOrDefault(named.group(1), List.of()).stream()
          .noneMatch(source -> isTest(source, named.group(2)))) {
        missing.add(named.group());
      }
    }
    assertThat(found).isGreaterThan(fewest);
    assertThat(missing).isEmpty();
  }

  @Test
  void aMethodThatIsNoTestIsNotTakenForOne() {
    assertThat(isTest("@Test\n  void holds() {}", "holds")).isTrue();
    assertThat(
            isTest("@ParameterizedTest\n@ValueSource(ints = {1})\nvoid holds(int n) {}", "holds"))
        .isTrue();
    assertThat(isTest("private void holds() {}", "holds")).isFalse();
    assertThat(isTest("@Test\n  void other() {}\n  void holds() {}", "holds")).isFalse();
    assertThat(isTest("@Test\n  void holdsNot() {}", "holds")).isFalse();
  }

  private static boolean isTest(String source, String method) {
    return Pattern.compile(MARK + "\\bvoid " + method + "\\(").matcher(source).find();
  }

  /** The sources of tests by the simple name of their class. */
  private static Map<String, List<String>> sources() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path root : TESTS) {
      try (Stream<Path> all = Files.walk(root)) {
        all.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
      }
    }
    return files.stream()
        .collect(
            Collectors.groupingBy(
                file -> file.getFileName().toString().replace(".java", ""),
                Collectors.mapping(ControlDocumentsTest::text, Collectors.toList())));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
