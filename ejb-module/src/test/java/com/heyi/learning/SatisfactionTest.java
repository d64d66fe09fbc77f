package com.heyi.learning;

import static com.heyi.learning.LearningDesk.ADMIN;
import static com.heyi.learning.LearningDesk.COLLEAGUE;
import static com.heyi.learning.LearningDesk.HANDLER;
import static com.heyi.learning.LearningDesk.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.complaints.AuthorityLevel;
import com.heyi.complaints.CaseRef;
import com.heyi.complaints.ComplaintCause;
import com.heyi.complaints.ComplaintChannel;
import com.heyi.complaints.ComplaintStatus;
import com.heyi.complaints.reports.ReportBy;
import com.heyi.complaints.reports.ReportFilter;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Channel;
import com.heyi.shared.facade.Role;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.value.Ids;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What complainants answered, counted by hand, on the real database. */
class SatisfactionTest {
  private static final LocalDate FROM = LocalDate.of(2034, 3, 1);
  private static final LocalDate TO = LocalDate.of(2034, 4, 30);

  private final LearningDesk desk = new LearningDesk();
  private final String branch = desk.mark;
  private final List<String> sent = new ArrayList<>();

  /**
   * Six of March, of whom five answer and one only gets the question, and two of April, of whom one
   * answers and one gets no question.
   */
  @BeforeEach
  void eightCasesAreClosed() {
    desk.itIs(Instant.parse("2034-02-28T15:59:59Z"));
    asked(ComplaintChannel.WEB, AuthorityLevel.SENIOR);
    desk.itIs(Instant.parse("2034-02-28T16:00:00Z"));
    answered(ComplaintChannel.COUNTER, AuthorityLevel.BRANCH, 5, 7);
    answered(ComplaintChannel.COUNTER, AuthorityLevel.BRANCH, 5, 6);
    answered(ComplaintChannel.COUNTER, AuthorityLevel.BRANCH, 4, 5);
    answered(ComplaintChannel.COUNTER, AuthorityLevel.BRANCH, 3, 4);
    desk.itIs(Instant.parse("2034-03-31T15:59:59Z"));
    answered(ComplaintChannel.COUNTER, AuthorityLevel.BRANCH, 1, 1);
    handedOver(asked(ComplaintChannel.COUNTER, AuthorityLevel.BRANCH));
    desk.itIs(Instant.parse("2034-03-31T16:00:00Z"));
    answered(ComplaintChannel.APP, AuthorityLevel.REGION, 2, 2);
    desk.itIs(Instant.parse("2034-04-30T15:59:59Z"));
    asked(ComplaintChannel.APP, AuthorityLevel.REGION);
    desk.itIs(Instant.parse("2034-04-30T16:00:00Z"));
    asked(ComplaintChannel.WEB, AuthorityLevel.SENIOR);
  }

  @Test
  void fiveOfSixAnswersAreCountedAndOneOfTwoIsTooFewToSpeakOfAMean() {
    SatisfactionTable table = report(ReportBy.CHANNEL);

    assertThat(table.rows())
        .extracting(SatisfactionTable.Row::key)
        .containsExactly("COUNTER", "APP");
    assertThat(table.rows().get(0).figures())
        .isEqualTo(
            new SatisfactionFigures(
                6,
                6,
                5,
                833,
                600,
                231,
                882,
                new BigDecimal("3.60"),
                new BigDecimal("4.60"),
                600,
                200));
    assertThat(table.rows().get(1).figures())
        .isEqualTo(
            new SatisfactionFigures(2, 1, 1, 1000, null, null, null, null, null, null, null));
    assertThat(table.rows().get(1).figures().tooFew()).isTrue();
    assertThat(table.total())
        .as("6 of 7 reached; 20 of 6, 25 of 6; 3 of 6 satisfied; 2 found it very easy, 2 hard")
        .isEqualTo(
            new SatisfactionFigures(
                8,
                7,
                6,
                857,
                500,
                188,
                812,
                new BigDecimal("3.33"),
                new BigDecimal("4.17"),
                500,
                0));
  }

  @Test
  void rowsAreByLevelMonthProductAndWhateverTheOtherReportsHave() {
    assertThat(askedBy(ReportBy.LEVEL))
        .containsExactly(Map.entry("BRANCH", 6L), Map.entry("REGION", 2L));
    assertThat(askedBy(ReportBy.MONTH))
        .as("the day ends at the bank's midnight")
        .containsExactly(Map.entry("2034-03", 6L), Map.entry("2034-04", 2L));
    assertThat(askedBy(ReportBy.PRODUCT)).containsExactly(Map.entry("信用卡", 8L));
    assertThat(askedBy(ReportBy.BRANCH)).containsExactly(Map.entry(branch, 8L));
    assertThat(askedBy(ReportBy.CAUSE)).containsExactly(Map.entry("DISCLOSURE", 8L));
    assertThat(askedBy(ReportBy.BUSINESS))
        .as("the desk did not say")
        .containsExactly(Map.entry(ReportFilter.NOT_STATED, 8L));
  }

  @Test
  void everyFigureIsAsLongAsItsList() {
    int looked = 0;
    for (ReportBy by : ReportBy.values()) {
      for (SatisfactionTable.Row row : report(by).rows()) {
        if (by != ReportBy.MONTH) {
          Map<String, String> asked = new LinkedHashMap<>(filter().asFilters());
          asked.put(by.name().toLowerCase(Locale.ROOT), row.key());
          assertThat(list(asked)).as("%s", asked).hasSize((int) row.figures().asked());
          asked.put("reached", "yes");
          assertThat(list(asked)).as("%s", asked).hasSize((int) row.figures().reached());
          asked.remove("reached");
          asked.put("answered", "yes");
          assertThat(list(asked)).as("%s", asked).hasSize((int) row.figures().answered());
          looked++;
        }
      }
    }
    assertThat(looked).isEqualTo(8);
    Map<String, String> worst = new LinkedHashMap<>(filter().asFilters());
    worst.put("satisfaction", "1,2");
    assertThat(list(worst)).extracting(SurveyView::satisfaction).containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void whereNobodyWasAskedThereIsNoRowAndNoShare() {
    SatisfactionTable none =
        as(HANDLER, facade -> facade.report(filter().of("NONE-" + branch), ReportBy.LEVEL));
    assertThat(none.rows()).isEmpty();
    assertThat(none.total())
        .isEqualTo(
            new SatisfactionFigures(0, 0, 0, null, null, null, null, null, null, null, null));
    assertThat(none.total().tooFew()).isFalse();
  }

  @Test
  void aCaseThatMovesOnAfterItsClosingLeavesTheSurveyAsItWas() {
    desk.itIs(Instant.parse("2034-03-05T02:00:00Z"));
    CaseRef before = asked(ComplaintChannel.LETTER, AuthorityLevel.BRANCH);
    desk.keep(caseOf(before, AuthorityLevel.SENIOR));
    assertThat(askedBy(ReportBy.LEVEL))
        .containsExactly(Map.entry("BRANCH", 7L), Map.entry("REGION", 2L));
    close(desk.keep(caseOf(before, AuthorityLevel.SENIOR)));
    assertThat(askedBy(ReportBy.LEVEL))
        .as("closed once more")
        .containsExactly(Map.entry("BRANCH", 7L), Map.entry("REGION", 2L), Map.entry("SENIOR", 1L));
  }

  @Test
  void aBranchSystemSeesItsOwnBranchAndWhatCannotBeReadIsRefused() {
    Caller own = branchSystem(branch);
    Caller other = branchSystem("B9999");
    assertThat(as(own, facade -> facade.report(filter().of(null), ReportBy.BRANCH)).total().asked())
        .isEqualTo(8);
    assertThat(
            as(other, facade -> facade.report(filter().of(null), ReportBy.BRANCH)).total().asked())
        .isZero();
    assertThat(refused(() -> as(other, facade -> facade.report(filter(), ReportBy.BRANCH))))
        .isEqualTo("auth.other-branch");
    assertThat(
            refused(
                () ->
                    as(
                        ADMIN,
                        facade ->
                            facade.report(
                                new ReportFilter(TO, FROM, null, null, null), ReportBy.LEVEL))))
        .isEqualTo("report.period");
    for (Map<String, String> wrong :
        List.of(
            Map.of("answered", "maybe"),
            Map.of("reached", "maybe"),
            Map.of("satisfaction", "6"),
            Map.of("level", "PRESIDENT"),
            Map.of("from", "yesterday"))) {
      assertThat(refused(() -> list(wrong))).as("%s", wrong).isEqualTo("paging.filter-value");
    }
  }

  private CaseRef asked(ComplaintChannel channel, AuthorityLevel level) {
    CaseRef about =
        desk.keep(
            new CaseRef(
                Ids.next(),
                "TS-S" + Ids.next().toString().substring(24),
                ComplaintStatus.CLOSED,
                Ids.next(),
                branch,
                channel,
                "信用卡",
                "年费",
                ComplaintCause.DISCLOSURE,
                null,
                level,
                HANDLER.user(),
                Instant.parse("2034-02-01T02:00:00Z"),
                null,
                true));
    close(about);
    return about;
  }

  private static CaseRef caseOf(CaseRef before, AuthorityLevel level) {
    return new CaseRef(
        before.id(),
        before.number(),
        before.status(),
        before.customerId(),
        before.branch(),
        before.channel(),
        before.product(),
        before.issue(),
        before.cause(),
        before.business(),
        level,
        before.handler(),
        before.receivedAt(),
        before.closedAt(),
        before.heldToAccount());
  }

  private void close(CaseRef about) {
    desk.as(
        HANDLER,
        bench -> {
          bench.closed(about, sent);
          return null;
        });
  }

  private void answered(
      ComplaintChannel channel, AuthorityLevel level, int satisfaction, int effort) {
    CaseRef about = asked(channel, level);
    as(COLLEAGUE, facade -> facade.enter(new EnterSurvey(about.id(), satisfaction, effort, null)));
  }

  private void handedOver(CaseRef about) {
    SurveyView survey = list(Map.of("complaint", about.id().toString())).get(0);
    desk.as(
        HANDLER,
        bench -> {
          bench.handedOver(survey.id());
          return null;
        });
  }

  private ReportFilter filter() {
    return new ReportFilter(FROM, TO, branch, null, null);
  }

  private SatisfactionTable report(ReportBy by) {
    return as(HANDLER, facade -> facade.report(filter(), by));
  }

  private List<Map.Entry<String, Long>> askedBy(ReportBy by) {
    return report(by).rows().stream()
        .map(row -> Map.entry(row.key(), row.figures().asked()))
        .toList();
  }

  private List<SurveyView> list(Map<String, String> filters) {
    return as(HANDLER, facade -> facade.list(PageRequest.after(null, 100, null, filters))).items();
  }

  private <T> T as(Caller caller, Function<SurveysFacade, T> call) {
    return desk.as(
        caller, bench -> call.apply(new SurveysFacade(bench.surveys(sent), bench.satisfaction())));
  }

  private static Caller branchSystem(String of) {
    return new Caller(
        "branch-" + of, of, Set.of(Role.BRANCH), of, "10.0.0.1", "r-1", Channel.SOAP, null, null);
  }
}
