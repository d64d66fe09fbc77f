package com.heyi.learning;

import static com.heyi.learning.LearningDesk.COLLEAGUE;
import static com.heyi.learning.LearningDesk.HANDLER;
import static com.heyi.learning.LearningDesk.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.complaints.CaseRef;
import com.heyi.complaints.ComplaintStatus;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.paging.PageRequest;
import com.heyi.testing.TestDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SurveysTest {
  private final LearningDesk desk = new LearningDesk();
  private final List<String> sent = new ArrayList<>();

  @Test
  void theLinkAnswersOnceAndItsTokenIsKeptNowhere() {
    CaseRef about = closed();
    String token = token();
    assertThat(sent.get(0)).startsWith("https://bank.example/survey#");
    assertThat(token).hasSize(32);
    assertThat(stored(token)).as("as it was sent").isZero();

    assertThat(answer(token, 5, 6)).isEqualTo("done");

    assertThat(of(about).satisfaction()).isEqualTo(5);
    assertThat(of(about).effort()).isEqualTo(6);
    assertThat(of(about).remark()).isEqualTo("谢谢");
    assertThat(of(about).enteredBy()).isNull();
    assertThat(answer(token, 1, 1)).isEqualTo("learning.survey-answered");
    assertThat(enter(about)).isEqualTo("learning.survey-answered");
    assertThat(of(about).satisfaction()).as("the first answer stands").isEqualTo(5);
  }

  @Test
  void theLinkHoldsForFourteenDaysToTheSecondAndTheStaffCanStillTakeTheAnswerDown() {
    CaseRef late = closed();
    String lateToken = token();
    desk.todayIs(LocalDate.of(2026, 3, 16));
    assertThat(answer(lateToken, 4, 4)).isEqualTo("learning.survey-expired");
    assertThat(enter(late)).isEqualTo("done");
    assertThat(of(late).enteredBy()).isEqualTo(COLLEAGUE.user());

    desk.todayIs(LocalDate.of(2026, 3, 2));
    CaseRef inTime = closed();
    desk.todayIs(LocalDate.of(2026, 3, 15));
    assertThat(answer(token(), 4, 4)).isEqualTo("done");
    assertThat(of(inTime).answeredAt()).isNotNull();
  }

  @Test
  void nobodyGradesHimself() {
    CaseRef about = closed();
    assertThat(enter(HANDLER, about)).isEqualTo("learning.grades-himself");
    assertThat(of(about).answeredAt()).isNull();
    assertThat(enter(COLLEAGUE, about)).isEqualTo("done");
  }

  @Test
  void aTokenThatNobodyWasSentIsUnknown() {
    closed();
    assertThat(answer("x".repeat(32), 3, 3)).isEqualTo("learning.survey-unknown");
    assertThat(enter(desk.caseIn(ComplaintStatus.RECORDED))).isEqualTo("learning.survey-unknown");
  }

  @Test
  void aCaseThatIsClosedAgainIsAskedAboutAgain() {
    CaseRef about = closed();
    String first = token();
    desk.todayIs(LocalDate.of(2026, 3, 5));
    close(about);
    assertThat(sent).hasSize(2);
    assertThat(token()).isNotEqualTo(first);
    assertThat(enter(about)).as("the latest").isEqualTo("done");
    assertThat(answer(first, 2, 2)).as("the first link still holds").isEqualTo("done");
  }

  @Test
  void whoGotTheQuestionOrAnsweredIsReachedAndWhoDidNeitherIsNot() {
    CaseRef waits = closed();
    CaseRef got = closed();
    CaseRef told = closed();
    assertThat(of(got).reached()).as("before it is sent").isFalse();

    handedOver(got);
    assertThat(enter(told)).isEqualTo("done");

    assertThat(of(got).reached()).isTrue();
    assertThat(of(got).answeredAt()).isNull();
    assertThat(of(told).reached()).as("he was spoken to").isTrue();
    assertThat(of(waits).reached()).isFalse();
    handedOver(got);
    assertThat(of(got).reached()).as("sent once more").isTrue();
  }

  private void handedOver(CaseRef about) {
    UUID survey = of(about).id();
    desk.as(
        HANDLER,
        bench -> {
          bench.handedOver(survey);
          return null;
        });
  }

  private CaseRef closed() {
    CaseRef about = desk.caseIn(ComplaintStatus.CLOSED);
    close(about);
    return about;
  }

  private void close(CaseRef about) {
    desk.as(
        HANDLER,
        bench -> {
          bench.closed(about, sent);
          return null;
        });
  }

  private String token() {
    String link = sent.get(sent.size() - 1);
    return link.substring(link.indexOf('#') + 1);
  }

  private String answer(String token, int satisfaction, int effort) {
    return refused(
        () ->
            call(
                facade -> {
                  facade.answer(new AnswerSurvey(token, satisfaction, effort, " 谢谢 "));
                  return null;
                }));
  }

  private String enter(CaseRef about) {
    return enter(COLLEAGUE, about);
  }

  private String enter(Caller who, CaseRef about) {
    return refused(
        () -> call(who, facade -> facade.enter(new EnterSurvey(about.id(), 3, 4, null))));
  }

  private SurveyView of(CaseRef about) {
    return call(facade ->
            facade.list(
                PageRequest.after(null, 10, null, Map.of("complaint", about.id().toString()))))
        .items()
        .get(0);
  }

  private <T> T call(Function<SurveysFacade, T> call) {
    return call(HANDLER, call);
  }

  private <T> T call(Caller who, Function<SurveysFacade, T> call) {
    return desk.as(
        who, bench -> call.apply(new SurveysFacade(bench.surveys(sent), bench.satisfaction())));
  }

  private static long stored(String token) {
    return TestDatabase.get()
        .inTransaction(
            em ->
                (Long)
                    em.createNativeQuery(
                            "select count(*) from learning.survey where token_hash = :token",
                            Long.class)
                        .setParameter("token", token)
                        .getSingleResult());
  }
}
