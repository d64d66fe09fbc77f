package com.heyi.complaints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.complaints.internal.reports.Reports;
import com.heyi.complaints.reports.AgeBand;
import com.heyi.complaints.reports.Ageing;
import com.heyi.complaints.reports.HeatMap;
import com.heyi.complaints.reports.ReportBy;
import com.heyi.complaints.reports.ReportCounts;
import com.heyi.complaints.reports.ReportFilter;
import com.heyi.complaints.reports.ReportMeasure;
import com.heyi.complaints.reports.ReportTable;
import com.heyi.complaints.reports.UsedBand;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Role;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.PagingError;
import com.heyi.testing.TestDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reports of {@link ReportedCases}, on the real database. */
class ReportsTest {
  private static final ReportFilter QUARTER = quarter("R7701", null, null);

  private static ReportedCases cases;

  @BeforeAll
  static void theCasesOfTheQuarter() {
    cases = new ReportedCases("R7701");
  }

  @Test
  void theQuarterCountsAsWorkedOutByHand() {
    ReportCounts total = table(QUARTER, ReportBy.BRANCH).total();
    assertThat(total).isEqualTo(new ReportCounts(12, 5, 5, 2, 5, 3, 5, 4, 5, 2));
    assertThat(total.onTimeShare()).isEqualTo(625);
    assertThat(total.firstLevelShare()).isEqualTo(800);
    assertThat(total.repeatedShare()).isEqualTo(400);
  }

  /**
   * A record of 李 turns out to be 赵: his complaint of 31 March, the quarter before, makes that of 1
   * April a repeat, and those of 30 June count each other in place of those 90 and 91 days before.
   */
  @Test
  void whoComplainsUnderAnotherOfHisRecordsComplainsAgain() {
    ReportedCases others = new ReportedCases("R7703");
    ReportFilter quarter = quarter("R7703", null, null);
    assertThat(repeatedOf(others, quarter)).isEqualTo(2);
    others.desk.directory().merge(others.li.id(), others.zhao.id());
    assertThat(repeatedOf(others, quarter)).isEqualTo(4);
    others.desk.directory().part(others.li.id());
    assertThat(repeatedOf(others, quarter)).isEqualTo(2);
  }

  private static long repeatedOf(ReportedCases of, ReportFilter filter) {
    return TestDatabase.get()
        .inTransaction(
            em ->
                new Reports(em, of.desk.clock(), of.desk.directory())
                    .table(filter, ReportBy.BRANCH)
                    .total()
                    .of(ReportMeasure.REPEATED));
  }

  @Test
  void monthsChannelsLevelsAndCausesStandInTheirOrder() {
    assertThat(received(ReportBy.MONTH))
        .containsExactly(
            Map.entry("2033-04", 3L), Map.entry("2033-05", 4L), Map.entry("2033-06", 5L));
    assertThat(received(ReportBy.CHANNEL))
        .containsExactly(Map.entry("COUNTER", 10L), Map.entry("APP", 1L), Map.entry("WEB", 1L));
    assertThat(received(ReportBy.LEVEL))
        .containsExactly(Map.entry("BRANCH", 11L), Map.entry("REGION", 1L));
    assertThat(received(ReportBy.CAUSE))
        .containsExactly(Map.entry("DISCLOSURE", 7L), Map.entry(ReportFilter.NOT_STATED, 5L));
    assertThat(received(ReportBy.PRODUCT))
        .containsExactly(Map.entry("信用卡", 10L), Map.entry("贷款", 2L));
  }

  @Test
  void nothingReceivedIsNoShareAndNoRow() {
    ReportTable none = table(quarter("R7799", null, null), ReportBy.BRANCH);
    assertThat(none.rows()).isEmpty();
    assertThat(none.total()).isEqualTo(ReportCounts.NONE);
    assertThat(none.total().onTimeShare()).isNull();
    assertThat(heatMap(quarter("R7799", null, null)).rows()).isEmpty();
  }

  @Test
  void everyFigureOfEveryReportIsAsLongAsItsList() {
    int looked = 0;
    for (ReportBy by : ReportBy.values()) {
      for (ReportTable.Row row : table(QUARTER, by).rows()) {
        for (ReportMeasure measure : ReportMeasure.values()) {
          Map<String, String> asked = new LinkedHashMap<>(QUARTER.asFilters());
          asked.put(by.name().toLowerCase(Locale.ROOT), row.key());
          asked.put("measure", measure.name());
          assertThat(list(asked)).as("%s", asked).hasSize((int) row.counts().of(measure));
          looked++;
        }
      }
    }
    HeatMap map = heatMap(QUARTER);
    for (HeatMap.Row row : map.rows()) {
      for (int i = 0; i < map.products().size(); i++) {
        Map<String, String> asked = new LinkedHashMap<>(QUARTER.asFilters());
        asked.put("branch", row.branch());
        asked.put("product", map.products().get(i));
        assertThat(list(asked)).hasSize(row.cases().get(i).intValue());
        looked++;
      }
    }
    assertThat(looked).isGreaterThan(100);
  }

  @Test
  void openCasesAreSortedByDaysAndByTheirNearestClock() {
    Ageing ageing = as(Desk.ADMIN, facade -> facade.ageing(QUARTER));
    assertThat(ageing.cells())
        .containsExactlyInAnyOrder(
            new Ageing.Cell(AgeBand.DAYS_31_60, UsedBand.OVER, 1),
            new Ageing.Cell(AgeBand.DAYS_31_60, UsedBand.UNDER_75, 1),
            // The one of 1 July too: what is open is open.
            new Ageing.Cell(AgeBand.DAYS_0_7, UsedBand.UNDER_50, 2),
            new Ageing.Cell(AgeBand.DAYS_0_7, UsedBand.STANDS_STILL, 1),
            new Ageing.Cell(AgeBand.DAYS_0_7, UsedBand.NONE_RUNS, 1));
    for (ReportMeasure measure : ReportMeasure.values()) {
      int open =
          list(Map.of("ageing", "yes", "branch", cases.branch, "measure", measure.name())).size();
      assertThat(open).as("%s of the open", measure).isBetween(0, 6);
    }
    for (AgeBand age : AgeBand.values()) {
      for (UsedBand used : UsedBand.values()) {
        assertThat(
                list(
                    Map.of(
                        "ageing",
                        "yes",
                        "branch",
                        cases.branch,
                        "age",
                        age.name(),
                        "used",
                        used.name())))
            .hasSize((int) ageing.of(age, used));
      }
    }
  }

  @Test
  void theHeatMapCountsCellsAndSaysWhatIsTheMost() {
    HeatMap map = heatMap(QUARTER);
    assertThat(map.products()).containsExactly("信用卡", "贷款");
    assertThat(map.rows()).containsExactly(new HeatMap.Row(cases.branch, List.of(10L, 2L)));
    assertThat(map.most()).isEqualTo(10);
    assertThat(map.left()).isZero();
  }

  @Test
  void aListIsReadToItsEndByCursor() {
    List<ComplaintRow> all = new ArrayList<>();
    String cursor = null;
    do {
      String from = cursor;
      Page<ComplaintRow> page =
          as(
              Desk.ADMIN,
              facade -> facade.cases(PageRequest.after(from, 5, null, QUARTER.asFilters())));
      all.addAll(page.items());
      cursor = page.nextCursor();
    } while (cursor != null);
    assertThat(all).extracting(ComplaintRow::id).doesNotHaveDuplicates().hasSize(12);
    assertThat(all)
        .extracting(ComplaintRow::receivedAt)
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
  }

  @Test
  void aBranchSystemSeesItsOwnBranchOnly() {
    Caller own = Desk.person("branch-r7701", cases.branch, Role.BRANCH);
    ReportFilter all = quarter(null, null, null);
    assertThat(as(own, facade -> facade.table(all, ReportBy.BRANCH)).total().received())
        .isEqualTo(12);
    assertThat(as(Desk.OTHER_BRANCH, facade -> facade.table(all, ReportBy.BRANCH)).total())
        .isEqualTo(ReportCounts.NONE);
    refused(
        () -> as(Desk.OTHER_BRANCH, facade -> facade.table(QUARTER, ReportBy.BRANCH)),
        CommonError.OTHER_BRANCH.code());
  }

  @Test
  void whatCannotBeReadIsRefusedByName() {
    refused(
        () ->
            table(new ReportFilter(QUARTER.to(), QUARTER.from(), null, null, null), ReportBy.MONTH),
        ComplaintError.REPORT_PERIOD.code());
    LocalDate first = LocalDate.of(2033, 1, 1);
    assertThat(
            table(new ReportFilter(first, first.plusDays(365), "R7799", null, null), ReportBy.MONTH)
                .rows())
        .as("366 days are a year")
        .isEmpty();
    refused(
        () -> table(new ReportFilter(first, first.plusDays(366), null, null, null), ReportBy.MONTH),
        ComplaintError.REPORT_TOO_LONG.code());
    refused(() -> list(Map.of("from", "yesterday")), PagingError.FILTER_VALUE.code());
    refused(() -> list(Map.of("from", "2033-04-01")), PagingError.FILTER_VALUE.code());
    refused(() -> list(Map.of("colour", "red")), PagingError.FILTER.code());
    Map<String, String> measure = new LinkedHashMap<>(QUARTER.asFilters());
    measure.put("measure", "GOOD");
    refused(() -> list(measure), PagingError.FILTER_VALUE.code());
    refused(
        () ->
            as(
                Desk.ADMIN,
                facade -> facade.cases(PageRequest.after("xx", 5, null, QUARTER.asFilters()))),
        PagingError.CURSOR.code());
  }

  private static List<Map.Entry<String, Long>> received(ReportBy by) {
    return table(QUARTER, by).rows().stream()
        .map(row -> Map.entry(row.key(), row.counts().received()))
        .toList();
  }

  private static List<ComplaintRow> list(Map<String, String> filters) {
    Page<ComplaintRow> page =
        as(Desk.ADMIN, facade -> facade.cases(PageRequest.at(0, 100, null, filters)));
    assertThat(page.total()).isEqualTo(page.items().size());
    return page.items();
  }

  private static ReportTable table(ReportFilter filter, ReportBy by) {
    return as(Desk.ADMIN, facade -> facade.table(filter, by));
  }

  private static HeatMap heatMap(ReportFilter filter) {
    return as(Desk.ADMIN, facade -> facade.heatMap(filter));
  }

  private static ReportFilter quarter(String branch, String product, ComplaintChannel channel) {
    return new ReportFilter(
        LocalDate.of(2033, 4, 1), LocalDate.of(2033, 6, 30), branch, product, channel);
  }

  private static <T> T as(Caller caller, Function<ReportsFacade, T> call) {
    return TestDatabase.get()
        .inTransaction(
            em ->
                called(
                    caller,
                    () ->
                        call.apply(
                            new ReportsFacade(
                                new Reports(em, cases.desk.clock(), cases.desk.directory()),
                                cases.desk.directory()))));
  }

  private static <T> T called(Caller caller, java.util.concurrent.Callable<T> call) {
    try {
      return CallContext.callAs(caller, call);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void refused(Runnable call, String code) {
    assertThatThrownBy(call::run).isInstanceOf(HeyiException.class).hasMessage(code);
  }
}
