package com.heyi.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.shared.facade.Channel;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class XlsxExportTest {
  private static final Instant EVENING_IN_LONDON = Instant.parse("2026-03-01T20:30:15Z");
  private static final Clock CLOCK = Clock.fixed(EVENING_IN_LONDON, ZoneId.of("Asia/Shanghai"));

  @Test
  void headersStandInTheReadersLanguage() {
    assertThat(sheet(List.of("x"), row -> row).getRow(0).getCell(0).getStringCellValue())
        .isEqualTo("User");
  }

  @Test
  void momentsAreDatesInTheBanksZone() {
    Cell cell = cell(EVENING_IN_LONDON);

    assertThat(DateUtil.isCellDateFormatted(cell)).isTrue();
    assertThat(cell.getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.of(2026, 3, 2, 4, 30, 15));
  }

  @Test
  void daysAreDates() {
    Cell cell = cell(LocalDate.of(2026, 3, 2));

    assertThat(DateUtil.isCellDateFormatted(cell)).isTrue();
    assertThat(cell.getLocalDateTimeCellValue().toLocalDate()).isEqualTo(LocalDate.of(2026, 3, 2));
  }

  @Test
  void numbersPointsAndMoneyAreNumbers() {
    assertThat(cell(12_345L).getNumericCellValue()).isEqualTo(12_345);
    assertThat(cell(Points.of(700)).getNumericCellValue()).isEqualTo(700);
    assertThat(cell(Money.cny("1234.50")).getNumericCellValue()).isEqualTo(1234.5);
  }

  @Test
  void enumsAndYesOrNoAreWords() {
    assertThat(cell(Channel.JOB).getStringCellValue()).isEqualTo("Job");
    assertThat(cell(true).getStringCellValue()).isEqualTo("Yes");
  }

  @Test
  void nothingLeavesAnEmptyCell() {
    assertThat(cell(null)).isNull();
  }

  @Test
  void textThatLooksLikeAFormulaStaysText() {
    Stream.of("=1+1", "+86", "-1", "@SUM(A1)", "=HYPERLINK(\"http://x\")")
        .forEach(
            text -> {
              Cell cell = cell(text);
              assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
              assertThat(cell.getStringCellValue()).isEqualTo(text);
              assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
            });
  }

  @Test
  void whatIsLongerThanTheLimitIsCutAndSaysSo() {
    Iterator<Integer> tooMany = IntStream.range(0, XlsxExport.MOST_ROWS + 1).iterator();

    XSSFSheet sheet = sheet(tooMany, row -> row);

    assertThat(sheet.getLastRowNum()).isEqualTo(XlsxExport.MOST_ROWS + 1);
    assertThat(sheet.getRow(XlsxExport.MOST_ROWS + 1).getCell(0).getStringCellValue())
        .contains("100,000");
  }

  @Test
  void aListOfExactlyTheLimitIsWhole() {
    Iterator<Integer> full = IntStream.range(0, XlsxExport.MOST_ROWS).iterator();

    assertThat(sheet(full, row -> row).getLastRowNum()).isEqualTo(XlsxExport.MOST_ROWS);
  }

  private static Cell cell(Object value) {
    return sheet(List.of("row"), row -> value).getRow(1).getCell(0);
  }

  private static <V> XSSFSheet sheet(List<V> rows, Function<V, ?> value) {
    return sheet(rows.iterator(), value);
  }

  private static <V> XSSFSheet sheet(Iterator<V> rows, Function<V, ?> value) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      new XlsxExport<>("Title", rows, Locale.ENGLISH, CLOCK)
          .column("page.audit.who", value)
          .write(out);
      return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray())).getSheetAt(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
