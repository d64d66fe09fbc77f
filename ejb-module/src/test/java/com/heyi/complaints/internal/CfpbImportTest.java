package com.heyi.complaints.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.complaints.CfpbRecordView;
import com.heyi.complaints.ClockKind;
import com.heyi.complaints.ClockView;
import com.heyi.complaints.ComplaintChannel;
import com.heyi.complaints.ComplaintStatus;
import com.heyi.complaints.ComplaintStep;
import com.heyi.complaints.ComplaintView;
import com.heyi.complaints.Resolution;
import com.heyi.imports.ImportOutcome;
import com.heyi.imports.ImportRecord;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.text.Texts;
import com.heyi.testing.TestDatabase;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CfpbImportTest {
  private static final Path DEMO = Path.of("..", "config", "demo");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T02:00:00Z"), ZoneId.of("Asia/Shanghai"));

  private static final String HEADER =
      "Date received,Product,Sub-product,Issue,Sub-issue,Consumer complaint narrative,Company"
          + " public response,Company,State,ZIP code,Tags,Consumer consent provided?,Submitted"
          + " via,Date sent to company,Company response to consumer,Timely response?,Consumer"
          + " disputed?,Complaint ID\n";

  @Test
  void allFieldsOfAPublishedComplaintAreKeptAndItsNarrativeMayHaveManyLines() {
    long id = newId();
    String row =
        "2023-07-20,Mortgage,VA mortgage,Trouble during payment process,Escrow,\"Dear CFPB,\n"
            + "\n"
            + "they said \"\"wait\"\", XXXX.\",Company disputes the facts,ACME"
            + " BANK,OH,441XX,Servicemember,Consent provided,Postal mail,2023-07-24,Closed with"
            + " monetary relief,Yes,N/A,"
            + id
            + "\n";
    assertThat(load(csv(HEADER + row))).isEqualTo(ImportOutcome.loaded(1));

    ComplaintView view = view(id);
    assertThat(view.cfpb())
        .isEqualTo(
            new CfpbRecordView(
                id,
                LocalDate.of(2023, 7, 20),
                LocalDate.of(2023, 7, 24),
                "Mortgage",
                "VA mortgage",
                "Trouble during payment process",
                "Escrow",
                "ACME BANK",
                "Closed with monetary relief",
                "Company disputes the facts",
                "Consent provided",
                "N/A",
                "Dear CFPB,\n\nthey said \"wait\", XXXX.",
                "OH",
                "441XX",
                "Servicemember",
                "Yes",
                "Postal mail"));
    assertThat(view.narrative()).isEqualTo(view.cfpb().narrative());
    assertThat(view.status()).isEqualTo(ComplaintStatus.CLOSED);
    assertThat(view.resolution()).isEqualTo(Resolution.MONETARY_RELIEF);
    assertThat(view.channel()).isEqualTo(ComplaintChannel.LETTER);
    assertThat(view.onTime()).isTrue();
    assertThat(view.receivedAt()).isEqualTo(Instant.parse("2023-07-24T04:00:00Z"));
    assertThat(view.dueOn()).isEqualTo(LocalDate.of(2023, 8, 8));
    assertThat(view.rulePack()).isEqualTo("US-CFPB");
    assertThat(view.externalReference()).isEqualTo(Long.toString(id));
    assertThat(view.customerId()).as("no customer is invented").isNull();
    assertThat(view.handler()).as("nor a handler").isNull();
    assertThat(view.closedAt()).as("nor a date").isNull();
    assertThat(view.steps()).hasSize(1);
    assertThat(view.steps().get(0).step()).isEqualTo(ComplaintStep.IMPORT);
    assertThat(view.steps().get(0).detail())
        .containsEntry("companyResponse", "Closed with monetary relief");
  }

  @Test
  void aComplaintInProgressOwesItsFinalAnswerAfterSixtyDays() {
    long id = newId();
    load(
        List.of(
            extract(
                id,
                Map.of("Company response to consumer", "In progress", "Timely response?", ""))));
    ComplaintView view = view(id);
    assertThat(view.status()).isEqualTo(ComplaintStatus.ACCEPTED);
    assertThat(view.dueOn()).isEqualTo(LocalDate.of(2023, 10, 24));
    assertThat(view.dueAt()).isEqualTo(Instant.parse("2023-10-25T04:00:00Z"));
    assertThat(view.overdue()).isTrue();
    assertThat(view.onTime()).isNull();
    assertThat(view.clocks()).extracting(ClockView::kind).containsExactly(ClockKind.FINAL);
  }

  @Test
  void theBanksExtractNamesTheTwoDatesDifferently() {
    long id = newId();
    load(List.of(extract(id, Map.of())));
    assertThat(view(id).cfpb().dateReceived()).isEqualTo("2023-08-20");
    assertThat(view(id).cfpb().dateSentToCompany()).isEqualTo("2023-08-25");
  }

  @ParameterizedTest
  @CsvSource({
    "Web, WEB",
    "Phone, HOTLINE",
    "Postal mail, LETTER",
    "Fax, LETTER",
    "Email, LETTER",
    "Referral, REGULATOR",
    "Web Referral, REGULATOR"
  })
  void everyWayOfSubmissionHasItsChannel(String via, ComplaintChannel channel) {
    long id = newId();
    load(List.of(extract(id, Map.of("Submitted via", via))));
    assertThat(view(id).channel()).isEqualTo(channel);
  }

  @ParameterizedTest
  @CsvSource({
    "Closed with explanation, Yes, EXPLANATION, true",
    "Closed with monetary relief, Yes, MONETARY_RELIEF, true",
    "Closed with non-monetary relief, No, NON_MONETARY_RELIEF, false",
    "Closed without relief, Yes, NO_RELIEF, true",
    "Closed with relief, Yes, NOT_STATED, true",
    "Closed, Yes, NOT_STATED, true",
    "Untimely response, No, NOT_STATED, false"
  })
  void everyResponseHasItsResolution(
      String response, String timely, Resolution resolution, boolean onTime) {
    long id = newId();
    load(
        List.of(
            extract(
                id, Map.of("Company response to consumer", response, "Timely response?", timely))));
    assertThat(view(id).resolution()).isEqualTo(resolution);
    assertThat(view(id).onTime()).isEqualTo(onTime);
    assertThat(view(id).overdue()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Complaint ID, 12a, complaint.import.id",
    "Complaint ID, '', complaint.import.id",
    "Complaint ID, -7, complaint.import.id",
    "Date submitted, 08/25/2023, complaint.import.date",
    "Date received, 2023-02-30, complaint.import.date",
    "Date received, 2023-08-01, complaint.import.date-order",
    "Product, '', complaint.import.missing",
    "Submitted via, Pigeon, complaint.import.channel",
    "Company response to consumer, Perhaps, complaint.import.response",
    "Timely response?, Maybe, complaint.import.timely",
    "Timely response?, '', complaint.import.timely"
  })
  void aRowThatDoesNotFitIsRejectedWithItsLineAndTheReason(
      String column, String value, String code) {
    long good = newId();
    ImportOutcome outcome =
        load(List.of(extract(newId(), Map.of(column, value)), extract(good, Map.of())));
    assertThat(outcome.loaded()).isEqualTo(1);
    assertThat(outcome.rejects()).hasSize(1);
    ImportOutcome.Reject reject = outcome.rejects().get(0);
    assertThat(reject.line()).isEqualTo(2);
    assertThat(reject.code()).isEqualTo(code);
    assertThat(Texts.get(Locale.ENGLISH, code, reject.args().toArray()))
        .isNotEqualTo(code)
        .doesNotContain("{");
    assertThat(view(good)).isNotNull();
  }

  @Test
  void aNarrativeBeyondTenThousandCharactersIsRejected() {
    Map<String, String> values = new HashMap<>(extract(newId(), Map.of()).values());
    values.put("Consumer complaint narrative", "x".repeat(10_001));
    assertThat(load(List.of(new ImportRecord(2, values))).rejects())
        .extracting(ImportOutcome.Reject::code)
        .containsExactly("complaint.import.too-long");
  }

  @Test
  void theDemoFilesLoadWholeAndASecondRunChangesNothing() throws IOException {
    for (String file : List.of("complaints-bank.csv", "complaints-full.csv")) {
      List<ImportRecord> rows = read(Files.newBufferedReader(DEMO.resolve(file)));
      ImportOutcome first = load(rows);
      assertThat(first.rejects()).as(file).isEmpty();
      assertThat(first.loaded()).as(file).isEqualTo(rows.size());
      assertThat(load(rows)).as(file).isEqualTo(ImportOutcome.unchanged(rows.size()));
    }
  }

  @Test
  void aComplaintThatStandsInBothFilesIsOneCaseWhichTheSecondFileCompletes() {
    long id = newId();
    String published =
        "2023-08-20,Mortgage,VA mortgage,Issue,,My story,,ACME,OH,44100,,Consent provided,Web,"
            + "2023-08-25,Closed with explanation,Yes,N/A,"
            + id
            + "\n";
    assertThat(load(List.of(extract(id, Map.of())))).isEqualTo(ImportOutcome.loaded(1));
    String number = view(id).number();
    assertThat(load(csv(HEADER + published))).isEqualTo(ImportOutcome.loaded(1));
    assertThat(view(id).number()).isEqualTo(number);
    assertThat(view(id).narrative()).isEqualTo("My story");
    assertThat(view(id).cfpb().company()).isEqualTo("ACME");
    assertThat(load(csv(HEADER + published))).isEqualTo(ImportOutcome.unchanged(1));
    assertThat(load(List.of(extract(id, Map.of())))).isEqualTo(ImportOutcome.unchanged(1));
  }

  @Test
  void aComplaintThatStandsTwiceInAFileIsLoadedOnce() {
    ImportRecord row = extract(newId(), Map.of());
    assertThat(load(List.of(row, new ImportRecord(3, row.values()))))
        .isEqualTo(new ImportOutcome(1, 1, List.of()));
  }

  private static ImportRecord extract(long id, Map<String, String> other) {
    Map<String, String> values = new HashMap<>();
    values.put("Complaint ID", Long.toString(id));
    values.put("Submitted via", "Web");
    values.put("Date submitted", "2023-08-20");
    values.put("Date received", "2023-08-25");
    values.put("State", "OH");
    values.put("Product", "Mortgage");
    values.put("Sub-product", "");
    values.put("Issue", "Issue");
    values.put("Sub-issue", "");
    values.put("Company public response", "");
    values.put("Company response to consumer", "Closed with explanation");
    values.put("Timely response?", "Yes");
    values.putAll(other);
    return new ImportRecord(2, values);
  }

  private static long newId() {
    return ThreadLocalRandom.current().nextLong(1_000_000_000L, 999_999_999_999L);
  }

  private static List<ImportRecord> csv(String text) {
    return read(new StringReader(text));
  }

  static List<ImportRecord> read(Reader reader) {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    List<ImportRecord> rows = new ArrayList<>();
    try (CSVParser parser = CSVParser.builder().setReader(reader).setFormat(format).get()) {
      for (CSVRecord row : parser) {
        rows.add(new ImportRecord(row.getRecordNumber() + 1, row.toMap()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  static ImportOutcome load(List<ImportRecord> rows) {
    return TestDatabase.get()
        .inTransaction(
            em -> {
              CfpbImport handler = new CfpbImport(new Complaints(em, CLOCK), CLOCK);
              try {
                return CallContext.callAs(
                    Caller.system("import-test"),
                    () -> handler.loadAll(rows.stream().map(List::of).toList()));
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
  }

  private static ComplaintView view(long cfpbId) {
    return TestDatabase.get()
        .inTransaction(
            em -> {
              Complaints complaints = new Complaints(em, CLOCK);
              CfpbRecord record = complaints.cfpbRecords(List.of(cfpbId)).get(cfpbId);
              String number = complaints.numberOf("CFPB", Long.toString(cfpbId)).orElseThrow();
              return complaints
                  .findByNumber(number)
                  .orElseThrow()
                  .shown()
                  .view(
                      null,
                      null,
                      record.view(),
                      Caller.system("test"),
                      Actor.of(Caller.system("test"), CLOCK.instant()),
                      CLOCK);
            });
  }
}
