package com.heyi.complaints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.complaints.internal.reports.Returns;
import com.heyi.complaints.reports.PrepareReturn;
import com.heyi.complaints.reports.ReturnCase;
import com.heyi.complaints.reports.ReturnFacet;
import com.heyi.complaints.reports.ReturnView;
import com.heyi.complaints.reports.SubmitReturn;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The return of the quarter of {@link ReportedCases}, on the real database. */
class SupervisorReturnsTest {
  private static final String SECOND = "2033Q2";

  private ReportedCases cases;

  @BeforeEach
  void theCasesOfTheQuarter() {
    cases = new ReportedCases("R7702");
  }

  @Test
  void aReturnStaysAsItWasFrozenAndIsCorrectedByANewVersionWithAReason() {
    refused(
        () -> returns(facade -> facade.prepare(new PrepareReturn("2033Q3", null))),
        ComplaintError.QUARTER_NOT_OVER.code());
    refused(
        () -> returns(facade -> facade.prepare(new PrepareReturn(SECOND, "更正"))),
        ComplaintError.RETURN_REASON.code());
    ReturnView first = returns(facade -> facade.prepare(new PrepareReturn(SECOND, null)));
    ReturnView twin = returns(facade -> facade.prepare(new PrepareReturn(SECOND, null)));
    assertThat(first.row().version()).isEqualTo(1);
    assertThat(first.row().sha256()).isEqualTo(twin.row().sha256());
    assertThat(of(first, ReturnFacet.ALL, "-"))
        .isEqualTo(new ReturnView.Line(cases.branch, ReturnFacet.ALL, "-", 12, 5, 2, 5, 3));
    assertThat(of(first, ReturnFacet.CHANNEL, "APP").late()).isEqualTo(1);
    assertThat(of(first, ReturnFacet.BUSINESS, "银行卡").received()).isEqualTo(7);
    assertThat(of(first, ReturnFacet.BUSINESS, "-").received()).isEqualTo(5);
    assertThat(of(first, ReturnFacet.CAUSE, "DISCLOSURE").onTime()).isEqualTo(5);
    everyLineIsAsLongAsItsList(first);

    // What happens to a case afterwards does not move what was frozen.
    cases.desk.take(ComplaintStep.WITHDRAW, Desk.HANDLER, cases.newest);
    refused(
        () -> returns(facade -> facade.submit(submit(first, "0".repeat(64)))),
        ComplaintError.RETURN_HASH.code());
    ReturnView submitted = returns(facade -> facade.submit(submit(first, first.row().sha256())));
    assertThat(submitted.row().submitted()).isTrue();
    assertThat(submitted.lines()).isEqualTo(first.lines());
    refused(
        () -> returns(facade -> facade.submit(submit(first, first.row().sha256()))),
        ComplaintError.RETURN_SUBMITTED.code());
    refused(
        () -> returns(facade -> facade.submit(submit(twin, twin.row().sha256()))),
        ComplaintError.RETURN_OVERTAKEN.code());

    refused(
        () -> returns(facade -> facade.prepare(new PrepareReturn(SECOND, " "))),
        ComplaintError.RETURN_REASON.code());
    ReturnView second = returns(facade -> facade.prepare(new PrepareReturn(SECOND, "一件投诉已撤诉")));
    assertThat(second.row().version()).isEqualTo(2);
    assertThat(of(second, ReturnFacet.ALL, "-").withdrawn()).isEqualTo(3);
    assertThat(
            returns(facade -> facade.submit(submit(second, second.row().sha256()))).row().reason())
        .isEqualTo("一件投诉已撤诉");
    assertThat(returns(facade -> facade.view(first.row().id())).lines()).isEqualTo(first.lines());
    theDatabaseRefusesToChangeIt();
  }

  private static void theDatabaseRefusesToChangeIt() {
    for (String table : List.of("regulator_return", "return_case", "return_submission")) {
      assertThatThrownBy(() -> ReportedCases.owner("delete from complaints." + table))
          .hasMessageContaining("immutable");
    }
    assertThatThrownBy(
            () -> ReportedCases.owner("update complaints.return_case set on_time = true"))
        .hasMessageContaining("immutable");
  }

  private void everyLineIsAsLongAsItsList(ReturnView view) {
    for (ReturnView.Line line : view.lines()) {
      Map<String, Long> figures =
          Map.of(
              "RECEIVED", line.received(),
              "CLOSED", line.closed(),
              "WITHDRAWN", line.withdrawn(),
              "ON_TIME", line.onTime(),
              "LATE", line.late());
      figures.forEach(
          (measure, figure) -> {
            Page<ReturnCase> list =
                returns(
                    facade ->
                        facade.cases(
                            view.row().id(),
                            PageRequest.at(
                                0,
                                100,
                                null,
                                Map.of(
                                    "branch", line.branch(),
                                    "facet", line.facet().name(),
                                    "code", line.code(),
                                    "measure", measure))));
            assertThat(list.total()).isEqualTo(figure);
            assertThat(list.items()).hasSize(figure.intValue());
          });
    }
  }

  private ReturnView.Line of(ReturnView view, ReturnFacet facet, String code) {
    return view.lines().stream()
        .filter(line -> line.branch().equals(cases.branch))
        .filter(line -> line.facet() == facet && line.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static SubmitReturn submit(ReturnView view, String sha256) {
    return new SubmitReturn(view.row().id(), sha256);
  }

  private <T> T returns(Function<SupervisorReturnsFacade, T> call) {
    return TestDatabase.get()
        .inTransaction(
            em ->
                called(
                    Desk.ADMIN,
                    () ->
                        call.apply(
                            new SupervisorReturnsFacade(new Returns(em, cases.desk.clock())))));
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
