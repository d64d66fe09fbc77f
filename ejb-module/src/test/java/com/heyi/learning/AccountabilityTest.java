package com.heyi.learning;

import static com.heyi.learning.LearningDesk.ADMIN;
import static com.heyi.learning.LearningDesk.COLLEAGUE;
import static com.heyi.learning.LearningDesk.HANDLER;
import static com.heyi.learning.LearningDesk.OTHER_ADMIN;
import static com.heyi.learning.LearningDesk.person;
import static com.heyi.learning.LearningDesk.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.complaints.CaseRef;
import com.heyi.complaints.ComplaintStatus;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Role;
import com.heyi.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccountabilityTest {
  private final LearningDesk desk = new LearningDesk();
  private final Caller teller = person("teller." + desk.small, Role.OPERATOR);

  private enum Who {
    HIMSELF,
    GIVER,
    ANOTHER
  }

  @Test
  void pointsCountUntilTheyLapse() {
    ViolationView given = give("ATTITUDE");
    assertThat(given.points()).isEqualTo(2);
    assertThat(given.lapsesOn()).isEqualTo(LocalDate.of(2027, 3, 2));
    assertThat(mine().points()).isEqualTo(2);

    desk.todayIs(LocalDate.of(2027, 3, 1));
    assertThat(mine().points()).as("the last day").isEqualTo(2);
    desk.todayIs(LocalDate.of(2027, 3, 2));
    assertThat(mine().points()).isZero();
    assertThat(mine().all()).as("it stays on record").hasSize(1);
    assertThat(mine().all().get(0).lapsed()).isTrue();
  }

  @Test
  void pointsGivenOnTheLastDayOfFebruaryOfALeapYearLapseOnTheLastOfFebruary() {
    desk.todayIs(LocalDate.of(2028, 2, 29));
    assertThat(give("LATE").lapsesOn()).isEqualTo(LocalDate.of(2029, 2, 28));
  }

  @Test
  void eachThresholdIsToldOfOnceWhenItIsReached() {
    give("ATTITUDE");
    assertThat(reached()).isEmpty();
    give("LATE");
    assertThat(reached()).as("three, exactly").containsExactly("3 TALK 3");
    assertThat(mine().consequence()).isEqualTo(Consequence.TALK);
    give("CONCEAL");
    assertThat(reached())
        .as("two at once")
        .containsExactly("3 TALK 3", "6 TRAINING 13", "12 OFF_DUTY 13");
    assertThat(mine().consequence()).isEqualTo(Consequence.OFF_DUTY);
    assertThat(
            desk.care(ADMIN, CareFacade::notices).stream()
                .filter(notice -> notice.args().contains(teller.user())))
        .extracting(NoticeView::kind)
        .containsOnly(NoticeKind.THRESHOLD_REACHED)
        .hasSize(3);
  }

  @Test
  void pointsFollowTheStepThatHoldsToAccountAndWhoIsInChargeGivesThem() {
    CaseRef about = desk.caseIn(ComplaintStatus.CLOSED);
    desk.unaccounted(about);
    assertThat(give(about, HANDLER, teller.user(), "LATE"))
        .isEqualTo("learning.not-held-to-account");
    CaseRef held = desk.caseIn(ComplaintStatus.CLOSED);
    assertThat(give(held, COLLEAGUE, teller.user(), "LATE")).isEqualTo("learning.not-in-charge");
    assertThat(give(held, HANDLER, HANDLER.user(), "LATE")).isEqualTo("learning.own-points");
    assertThat(give(held, HANDLER, " " + HANDLER.user().toUpperCase(), "LATE"))
        .as("capitals are no other person")
        .isEqualTo("learning.own-points");
    assertThat(give(held, HANDLER, "nobody.x", "LATE")).isEqualTo("learning.staff-unknown");
    assertThat(give(held, HANDLER, teller.user(), "NONE")).isEqualTo("learning.rule-unknown");
    assertThat(give(held, HANDLER, teller.user(), "LATE")).isEqualTo("done");
    assertThat(give(held, HANDLER, teller.user(), "LATE")).isEqualTo("learning.given-already");
    assertThat(desk.told(teller)).containsExactly(NoticeKind.POINTS_GIVEN);
  }

  /** Every step, in every status, by everybody; against the rules written down once more. */
  @ParameterizedTest
  @EnumSource
  void everyStepInEveryStatusByEverybody(ViolationStatus status) {
    for (ViolationStep step : ViolationStep.values()) {
      for (Who who : Who.values()) {
        ViolationView at = broughtTo(status);
        assertThat(take(step, who, at))
            .as("%s in %s by %s", step, status, who)
            .isEqualTo(expected(step, status, who));
      }
    }
  }

  private static String expected(ViolationStep step, ViolationStatus status, Who who) {
    boolean appeal = step == ViolationStep.APPEAL;
    if (appeal && who != Who.HIMSELF) {
      return "learning.not-his";
    } else if (!appeal && who != Who.ANOTHER) {
      return "learning.decides-own";
    }
    boolean possible =
        appeal ? status == ViolationStatus.STANDING : status == ViolationStatus.APPEALED;
    return possible ? "done" : "learning.violation-status";
  }

  private String take(ViolationStep step, Who who, ViolationView at) {
    Caller caller = who == Who.HIMSELF ? teller : who == Who.GIVER ? HANDLER : OTHER_ADMIN;
    return refused(() -> take(step, caller, at));
  }

  private ViolationView take(ViolationStep step, Caller caller, ViolationView at) {
    return desk.accountability(
        caller,
        facade ->
            step == ViolationStep.APPEAL
                ? facade.appeal(new AppealViolation(at.id(), at.version(), "并非本人"))
                : facade.decide(
                    new DecideAppeal(at.id(), at.version(), step == ViolationStep.UPHOLD, "经查")));
  }

  private ViolationView broughtTo(ViolationStatus status) {
    ViolationView given = give("LATE");
    return switch (status) {
      case STANDING -> given;
      case APPEALED -> take(ViolationStep.APPEAL, teller, given);
      case UPHELD ->
          take(ViolationStep.UPHOLD, OTHER_ADMIN, take(ViolationStep.APPEAL, teller, given));
      case LIFTED ->
          take(ViolationStep.LIFT, OTHER_ADMIN, take(ViolationStep.APPEAL, teller, given));
    };
  }

  @Test
  void anAppealIsInTimeOnItsLastDayAndItsPointsCountUntilTheyAreLifted() {
    ViolationView given = give("ATTITUDE");
    assertThat(given.appealUntil()).isEqualTo(LocalDate.of(2026, 3, 17));
    ViolationView late = give("LATE");
    desk.todayIs(LocalDate.of(2026, 3, 17));
    ViolationView appealed = take(ViolationStep.APPEAL, teller, given);
    assertThat(mine().points()).isEqualTo(3);
    desk.todayIs(LocalDate.of(2026, 3, 18));
    assertThat(refused(() -> take(ViolationStep.APPEAL, teller, late)))
        .isEqualTo("learning.appeal-late");

    take(ViolationStep.LIFT, OTHER_ADMIN, appealed);

    assertThat(mine().points()).isEqualTo(1);
    assertThat(desk.told(teller)).contains(NoticeKind.APPEAL_DECIDED);
    assertThat(refused(() -> take(ViolationStep.UPHOLD, OTHER_ADMIN, appealed)))
        .as("who decides has seen another version")
        .isEqualTo("version.moved");
  }

  @Test
  void aRuleHoldsFromItsDayAndWhatWasGivenBeforeStays() {
    String code = desk.mark;
    rule(code, LocalDate.of(2026, 3, 2), 2);
    rule(code, LocalDate.of(2026, 3, 10), 5);
    assertThat(refused(() -> rule(code, LocalDate.of(2026, 3, 10), 6)))
        .isEqualTo("learning.rule-duplicate");
    assertThat(refused(() -> rule(code, LocalDate.of(2026, 3, 1), 6))).isEqualTo("request.invalid");
    assertThat(give(code).points()).isEqualTo(2);
    desk.todayIs(LocalDate.of(2026, 3, 10));
    assertThat(give(code).points()).isEqualTo(5);
    assertThat(mine().points()).isEqualTo(7);
  }

  @Test
  void theDatabaseItselfLetsNobodyDecideHisOwn() {
    ViolationView given = give("LATE");
    for (String who : List.of(teller.user(), HANDLER.user())) {
      assertThatThrownBy(
              () ->
                  TestDatabase.get()
                      .doInTransaction(
                          em ->
                              em.createNativeQuery(
                                      "update learning.violation set status = 'LIFTED',"
                                          + " appealed_at = now(), decided_at = now(),"
                                          + " decided_by = :who where id = :id")
                                  .setParameter("who", who)
                                  .setParameter("id", given.id())
                                  .executeUpdate()))
          .hasStackTraceContaining("violates check constraint");
    }
  }

  private void rule(String code, LocalDate from, int points) {
    desk.accountability(
        ADMIN, facade -> facade.set(new SetViolationRule(code, from, "试行", points, 12, "制度")));
  }

  private ViolationView give(String rule) {
    CaseRef about = desk.caseIn(ComplaintStatus.CLOSED);
    return desk.accountability(
        HANDLER, facade -> facade.give(new GiveViolation(about.id(), teller.user(), rule, "辱骂客户")));
  }

  private String give(CaseRef about, Caller by, String staff, String rule) {
    return refused(
        () ->
            desk.accountability(
                by, facade -> facade.give(new GiveViolation(about.id(), staff, rule, "x"))));
  }

  private StaffPoints mine() {
    return desk.accountability(teller, AccountabilityFacade::mine);
  }

  @SuppressWarnings("unchecked")
  private List<String> reached() {
    return TestDatabase.get()
        .inTransaction(
            em ->
                em.createNativeQuery(
                        "select r.points || ' ' || r.consequence || ' ' || r.sum"
                            + " from learning.reached r join learning.violation v"
                            + " on v.id = r.violation_id where v.staff = :staff"
                            + " order by r.points",
                        String.class)
                    .setParameter("staff", teller.user())
                    .getResultList());
  }
}
