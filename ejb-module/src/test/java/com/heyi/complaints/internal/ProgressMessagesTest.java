package com.heyi.complaints.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.complaints.AuthorityLevel;
import com.heyi.complaints.ComplaintChannel;
import com.heyi.complaints.ComplaintStatus;
import com.heyi.complaints.ComplaintStep;
import com.heyi.complaints.RecordComplaint;
import com.heyi.messages.Address;
import com.heyi.messages.NewMessage;
import com.heyi.shared.text.Texts;
import com.heyi.shared.value.Ids;
import com.heyi.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProgressMessagesTest {
  private static final Map<ComplaintStep, String> TOLD =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(ComplaintStep.RECORD, "complaint.received"),
              Map.entry(ComplaintStep.ACCEPT, "complaint.accepted"),
              Map.entry(ComplaintStep.EXTEND, "complaint.extended"),
              Map.entry(ComplaintStep.PAUSE, "complaint.waiting"),
              Map.entry(ComplaintStep.RESUME, "complaint.resumed"),
              Map.entry(ComplaintStep.ANALYSE, "complaint.analysed"),
              Map.entry(ComplaintStep.HANDLE, "complaint.decided"),
              Map.entry(ComplaintStep.FEED_BACK, "complaint.answered"),
              Map.entry(ComplaintStep.CONTEST, "complaint.contested"),
              Map.entry(ComplaintStep.REVIEW, "complaint.contested"),
              Map.entry(ComplaintStep.REOPEN, "complaint.contested"),
              Map.entry(ComplaintStep.CLOSE, "complaint.closed"),
              Map.entry(ComplaintStep.TURN, "complaint.turned"),
              Map.entry(ComplaintStep.TURN_BACK, "complaint.contested"),
              Map.entry(ComplaintStep.WITHDRAW, "complaint.withdrawn")));

  @BeforeAll
  static void readTheRules() {
    EveryStepByEveryLevelTest.readTheRules();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "13800138000, 13800138000, -",
        "+86 138-0013-8000, +8613800138000, -",
        "0086 138 0013 8000, 008613800138000, -",
        "li.na@example.com, -, li.na@example.com",
        "手机 13800138000 或 li2024@example.com.cn, 13800138000, li2024@example.com.cn",
        "北京市西城区 5 号, -, -",
        "'身份证 110101199003078515, 13800138000', 13800138000, -",
        "身份证110101199003078515 13800138000, 13800138000, -",
        "身份证 110101199003078515, -, -",
        "身份证 11010119900307851X, -, -",
        "身份证 1101 0119 9003 0785 15, -, -",
        "身份证 110101 19900307 8515, -, -",
        "旧身份证 110101900307851, -, -",
        "卡号 6222 1380 0138 000, -, -",
        "卡号 6222021380013800012, -, -",
        "编号 TS20260302-0000001, -, -",
        "生日 1990-03-07 电话 010-66194114, 01066194114, -",
        "'电话 010-66194114, 手机 139 0013 8000', 13900138000, -",
        "13800138000 13900139000, 13800138000, -",
        "+44 20 7946 0018, +442079460018, -"
      })
  void aContactInFreeWordsIsReadAndANumberWholeOrNotAtAll(
      String contact, String phone, String email) {
    assertThat(ComplainantContacts.read(contact)).isEqualTo(new Address(phone, email));
  }

  @ParameterizedTest
  @EnumSource
  void eachStepTellsWhatItShouldInEveryLanguage(ComplaintStep step) {
    if (step == ComplaintStep.IMPORT) {
      return;
    }
    Complaint complaint =
        step == ComplaintStep.RECORD
            ? EveryStepByEveryLevelTest.at(ComplaintStatus.RECORDED, AuthorityLevel.BRANCH)
            : EveryStepByEveryLevelTest.after(step);
    Optional<NewMessage> told = message(complaint);
    assertThat(told.map(NewMessage::template)).isEqualTo(Optional.ofNullable(TOLD.get(step)));
    told.ifPresent(
        message -> {
          for (Locale language : Texts.SPOKEN) {
            String key = "message." + message.template() + ".text";
            assertThat(Texts.get(language, key, message.args().toArray()))
                .contains(complaint.number())
                .doesNotContain("{");
          }
        });
  }

  @Test
  void whoseAnswerIsLateIsPromisedNoDayThatHasPassed() {
    Complaint late = recorded(null, null, "13800138000", null, "2025-11-02T02:00:00Z");
    for (ComplaintStep step :
        List.of(
            ComplaintStep.RECORD,
            ComplaintStep.ACCEPT,
            ComplaintStep.ANALYSE,
            ComplaintStep.HANDLE)) {
      if (step != ComplaintStep.RECORD) {
        EveryStepByEveryLevelTest.takeAsBoss(late, step);
      }
      NewMessage told = message(late).orElseThrow();
      assertThat(told.template()).isEqualTo(TOLD.get(step) + "-late");
      assertThat(told.args()).as("no day").containsExactly(late.number());
      for (Locale language : Texts.SPOKEN) {
        assertThat(Texts.get(language, "message." + told.template() + ".text", late.number()))
            .contains(late.number())
            .doesNotContain("{");
      }
    }
  }

  @Test
  void aCaseTakenOverFromABodyOutsideTellsNobodyAtAnyStep() {
    Complaint complaint =
        Complaint.takeOver(
            new OutsideCase(
                "CFPB-1",
                "CFPB",
                "1",
                ComplaintStatus.CLOSED,
                ComplaintChannel.WEB,
                Instant.parse("2026-03-01T02:00:00Z"),
                "Mortgage",
                null,
                "x",
                null,
                null,
                null,
                true,
                StepDetail.none()),
            EveryStepByEveryLevelTest.deadlines,
            EveryStepByEveryLevelTest.boss());
    assertThat(message(complaint)).isEmpty();
    EveryStepByEveryLevelTest.takeAsBoss(complaint, ComplaintStep.REOPEN);
    assertThat(complaint.lastStep()).isEqualTo(ComplaintStep.REOPEN);
    assertThat(message(complaint)).isEmpty();
  }

  @Test
  void whatABodyOutsideOnlyPassedOnIsOursToTell() {
    assertThat(message(recorded(null, null, "13800138000", "12378"))).isPresent();
  }

  @Test
  void onlyACustomerWhoComplainsHimselfIsTheCustomer() {
    UUID customer = Ids.next();
    assertThat(recorded(customer, null, "my daughter's", null).complainant().customerHimself())
        .contains(customer);
    assertThat(recorded(customer, "王律师", "13800138000", null).complainant().customerHimself())
        .isEmpty();
    assertThat(recorded(null, null, "13800138000", null).complainant().customerHimself()).isEmpty();
  }

  private static Complaint recorded(UUID customer, String name, String contact, String source) {
    return recorded(customer, name, contact, source, null);
  }

  private static Complaint recorded(
      UUID customer, String name, String contact, String source, String receivedAt) {
    return Complaint.record(
        new RecordComplaint(
            ComplaintChannel.HOTLINE,
            null,
            name,
            contact,
            null,
            "信用卡",
            null,
            null,
            null,
            "多收年费",
            null,
            receivedAt == null ? null : Instant.parse(receivedAt),
            source,
            source == null ? null : "1",
            null),
        customer,
        null,
        "TS1",
        EveryStepByEveryLevelTest.deadlines,
        EveryStepByEveryLevelTest.boss());
  }

  private static Optional<NewMessage> message(Complaint complaint) {
    return TestDatabase.get()
        .inTransaction(
            em ->
                new ProgressMessages(
                        null, null, new OneMatter(em, null, 30), new Parties(em, Clock.systemUTC()))
                    .message(complaint));
  }
}
