package com.heyi.web.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.lowagie.text.pdf.PdfReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListFileTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T20:30:15Z"), ZoneId.of("Asia/Shanghai"));

  @ParameterizedTest
  @EnumSource(FileFormat.class)
  void theHashIsThatOfTheWholeFile(FileFormat format) throws Exception {
    Made made = made(format, List.of("一", "二"), false);

    assertThat(made.sha256()).isEqualTo(sha256(made.bytes()));
  }

  @Test
  void csvBeginsWithItsMarkAndKeepsChineseAndQuotes() {
    String csv = text(made(FileFormat.CSV, List.of("他说：\"不\"", "a,b"), false));

    assertThat(csv).isEqualTo("\uFEFF用户\r\n\"他说：\"\"不\"\"\"\r\n\"a,b\"\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(\"http://evil\")",
        "+86 138",
        "-2+3",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "\nx",
        "＝1"
      })
  void noCellOfACsvIsAFormula(String text) {
    String csv = text(made(FileFormat.CSV, List.of(text), false));

    assertThat(csv.split("\r\n", 2)[1].replaceFirst("^\"", "")).startsWith("'");
  }

  @Test
  void whatWasCutSaysSo() throws IOException {
    assertThat(text(made(FileFormat.CSV, List.of("x"), true))).contains("100,000");
    assertThat(pdf(made(FileFormat.PDF, List.of("x"), true))).contains(ucs2("5,000"));
  }

  @ParameterizedTest
  @CsvSource({"100000, false, false", "100001, false, true", "2, true, true"})
  void aListIsCutWhereItsFormatEndsAndWhatIsInTheFileIsNoted(int rows, boolean left, boolean cut)
      throws Exception {
    List<Object> noted = new ArrayList<>();
    try (ListFile<String> file = file(FileFormat.CSV)) {
      file.filled(
          Collections.nCopies(rows, "x"),
          left,
          (count, sha256) -> noted.addAll(List.of(count, sha256)));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      file.copyTo(out);

      assertThat(noted).containsExactly(Math.min(rows, 100_000L), sha256(out.toByteArray()));
      assertThat(out.toString(StandardCharsets.UTF_8).contains("100,000")).isEqualTo(cut);
    }
  }

  @Test
  void aFileThatCannotBeNotedIsGone() throws IOException {
    try (ListFile<String> file = file(FileFormat.CSV)) {
      assertThatThrownBy(
              () ->
                  file.filled(
                      List.of("x"),
                      false,
                      (count, sha256) -> {
                        throw new IllegalStateException("the trail is full");
                      }))
          .hasMessage("the trail is full");

      assertThatThrownBy(() -> file.copyTo(new ByteArrayOutputStream()))
          .isInstanceOf(NoSuchFileException.class);
    }
  }

  @Test
  void aPdfShowsChineseAndHasManyPages() throws IOException {
    List<String> rows = java.util.stream.IntStream.range(0, 900).mapToObj(i -> "审批 " + i).toList();
    Made made = made(FileFormat.PDF, rows, false);

    try (PdfReader reader = new PdfReader(made.bytes())) {
      assertThat(reader.getNumberOfPages()).isGreaterThan(10);
    }
    String first = pdf(made);
    assertThat(first).contains(ucs2("审计记录"), ucs2("审批"));
    assertThat(new String(made.bytes(), StandardCharsets.ISO_8859_1))
        .contains("STSong-Light")
        .doesNotContain("/FontFile");
  }

  @ParameterizedTest
  @CsvSource({"10, 842", "11, 1191"})
  void aPdfWithManyColumnsTakesTheLargerPaper(int columns, int width) throws IOException {
    try (ListFile<String> file =
        ListFile.of("page.audit.title", FileFormat.PDF, Locale.ENGLISH, CLOCK)) {
      for (int column = 0; column < columns; column++) {
        file.column("page.audit.who", row -> row);
      }
      file.row("wang");
      file.finish(false);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      file.copyTo(out);
      try (PdfReader reader = new PdfReader(out.toByteArray())) {
        assertThat(reader.getPageSizeWithRotation(1).getWidth()).isCloseTo(width, within(1f));
      }
    }
  }

  @Test
  void noFileIsLeftBehind() throws IOException {
    long before = exportsOnDisk();
    made(FileFormat.CSV, List.of("x"), false);

    assertThat(exportsOnDisk()).isEqualTo(before);
  }

  private record Made(byte[] bytes, String sha256) {}

  private static Made made(FileFormat format, List<String> rows, boolean cut) {
    try (ListFile<String> file = file(format)) {
      rows.forEach(file::row);
      String sha256 = file.finish(cut);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      file.copyTo(out);
      return new Made(out.toByteArray(), sha256);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static ListFile<String> file(FileFormat format) {
    return ListFile.<String>of("page.audit.title", format, Locale.SIMPLIFIED_CHINESE, CLOCK)
        .column("page.audit.who", row -> row);
  }

  private static String text(Made made) {
    return new String(made.bytes(), StandardCharsets.UTF_8);
  }

  private static String pdf(Made made) throws IOException {
    try (PdfReader reader = new PdfReader(made.bytes())) {
      return new String(reader.getPageContent(1), StandardCharsets.ISO_8859_1);
    }
  }

  /** The text as the page writes it in a font of the collection: two bytes a character. */
  private static String ucs2(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1);
  }

  private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static long exportsOnDisk() throws IOException {
    try (var files =
        java.nio.file.Files.list(java.nio.file.Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(file -> file.getFileName().toString().startsWith("heyi-export-")).count();
    }
  }
}
