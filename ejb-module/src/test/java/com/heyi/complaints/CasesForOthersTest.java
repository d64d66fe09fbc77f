package com.heyi.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.complaints.internal.CasesForOthers;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Role;
import com.heyi.shared.value.Ids;
import com.heyi.testing.TestDatabase;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;

class CasesForOthersTest {
  private final Desk desk = new Desk();
  private final String mark = Ids.next().toString().substring(24);
  private final String branch = "B" + mark;

  @Test
  void casesOfTheSameProductAreSuggestedTheMostAlikeFirst() {
    UUID known = recorded("网点柜员拒绝办理零钱兑换").id();
    ComplaintView alike = recorded("柜员又一次拒绝办理零钱兑换");
    recorded("信用卡账单寄错地址");
    ComplaintView none = recorded("柜员拒绝办理零钱兑换，只是建议");
    desk.remarks(
        Desk.HANDLER,
        facade ->
            facade.turn(
                new TurnIntoRemark(none.id(), none.version(), RemarkKind.SUGGESTION, "建议")));

    List<CaseLike> found = ask(Desk.HANDLER, cases -> cases.alike(List.of(known), 50));

    assertThat(found)
        .extracting(like -> like.about().id())
        .as("neither itself nor what is no complaint")
        .startsWith(alike.id())
        .doesNotContain(known, none.id());
    assertThat(found)
        .as("whatever other cases of the product there are")
        .isSortedAccordingTo(
            Comparator.comparing(CaseLike::sameCause)
                .thenComparing(CaseLike::sameBranch)
                .thenComparing(CaseLike::words)
                .reversed());
    assertThat(found.get(0).sameBranch()).isTrue();
    assertThat(found.get(0).words()).isGreaterThan(found.get(1).words());
    assertThat(this.<List<CaseLike>>ask(Desk.HANDLER, cases -> cases.alike(List.of(), 50)))
        .isEmpty();
  }

  @Test
  void manyCasesAreReadByFewQuestions() {
    List<UUID> many =
        IntStream.range(0, 12).mapToObj(i -> recorded("柜员拒绝办理零钱兑换 " + i).id()).toList();
    long asked =
        TestDatabase.get()
            .inTransaction(
                em -> {
                  Statistics statistics =
                      em.unwrap(Session.class).getSessionFactory().getStatistics();
                  statistics.setStatisticsEnabled(true);
                  long before = statistics.getPrepareStatementCount();
                  assertThat(new CasesForOthers(em, desk.clock(), desk.directory()).findAll(many))
                      .hasSize(12);
                  return statistics.getPrepareStatementCount() - before;
                });
    assertThat(asked).as("the cases and their steps").isEqualTo(2);
  }

  @Test
  void whoIsNamedInACaseOrOfItsBranchOrBroughtItOnOnceHasAPartInIt() {
    ComplaintView analysed = desk.broughtTo(ComplaintStatus.ANALYSED);
    ComplaintView handedOn = desk.take(ComplaintStep.ASSIGN, Desk.COLLEAGUE, analysed);
    desk.take(ComplaintStep.NAME_STAFF, Desk.OPERATOR, handedOn);
    Caller named = Desk.person("Teller.Sun", null, Role.OPERATOR);
    Caller ofTheBranch = Desk.person("op.chief." + mark, "B0101", Role.OPERATOR);

    for (Caller one : List.of(Desk.HANDLER, Desk.COLLEAGUE, named, ofTheBranch)) {
      assertThat(this.<Boolean>ask(one, cases -> cases.hasAPartIn(analysed.id())))
          .as(one.user())
          .isTrue();
    }
    assertThat(this.<Boolean>ask(Desk.OPERATOR, cases -> cases.hasAPartIn(analysed.id())))
        .as("who took it down and noted who is named")
        .isFalse();
  }

  @Test
  void whoDecidedOrClosedACaseHasAPartInItWhoeverHasItNow() {
    ComplaintView closed = desk.broughtTo(ComplaintStatus.CLOSED);
    ComplaintView review = desk.take(ComplaintStep.REVIEW, Desk.OPERATOR, closed);
    desk.take(ComplaintStep.ACCEPT, Desk.COLLEAGUE, review);

    for (Caller worked : List.of(Desk.HANDLER, Desk.COLLEAGUE)) {
      assertThat(this.<Boolean>ask(worked, cases -> cases.hasAPartIn(closed.id()))).isTrue();
    }
    assertThat(this.<Boolean>ask(Desk.OPERATOR, cases -> cases.hasAPartIn(closed.id()))).isFalse();
  }

  @Test
  void leadersAreThoseOfTheLowestLevelAboveWhoAreThere() {
    member("chief", AuthorityLevel.REGION, null, true);
    member("away", AuthorityLevel.REGION, LocalDate.of(2026, 3, 2), true);
    member("left", AuthorityLevel.REGION, null, false);
    member("president", AuthorityLevel.SENIOR, null, true);
    ComplaintView free = recorded("多收了年费");
    ComplaintView accepted = desk.take(ComplaintStep.ACCEPT, Desk.HANDLER, free);

    assertThat(this.<List<String>>ask(Desk.HANDLER, cases -> cases.leaders(accepted.id())))
        .containsExactly("chief." + mark);
    assertThat(this.<Boolean>ask(Desk.HANDLER, cases -> cases.isInCharge(accepted.id()))).isTrue();
    assertThat(this.<Boolean>ask(Desk.COLLEAGUE, cases -> cases.isInCharge(accepted.id())))
        .isFalse();
    CaseRef known = ask(Desk.HANDLER, cases -> cases.findByNumber(free.number())).orElseThrow();
    assertThat(known.handler()).isEqualTo(Desk.HANDLER.user());
    assertThat(known.heldToAccount()).isFalse();
  }

  @Test
  void whoIsInChargeIsToldOfWithWhoStandsInForHim() {
    LocalDate today = LocalDate.of(2026, 3, 2);
    member("third", AuthorityLevel.REGION, null, null, true);
    member("second", AuthorityLevel.REGION, today, "third", true);
    member("first", AuthorityLevel.REGION, today, "second", true);
    Caller first = Desk.person("first." + mark, null, Role.COMPLAINT_HANDLER);
    ComplaintView free = desk.recorded();
    assertThat(inCharge(free)).isEmpty();

    ComplaintView his = desk.take(ComplaintStep.ACCEPT, first, free);

    assertThat(inCharge(his)).containsExactly("first." + mark, "second." + mark, "third." + mark);
    Caller third = Desk.person("third." + mark, null, Role.COMPLAINT_HANDLER);
    assertThat(this.<Boolean>ask(third, cases -> cases.isInCharge(his.id())))
        .as("who is told can act")
        .isTrue();
    desk.daysPass(1);
    assertThat(this.<Boolean>ask(third, cases -> cases.isInCharge(his.id()))).isFalse();
    assertThat(inCharge(his)).as("he is back").containsExactly("first." + mark);
  }

  private List<String> inCharge(ComplaintView complaint) {
    return ask(Desk.HANDLER, cases -> cases.inCharge(complaint.id()));
  }

  private void member(String name, AuthorityLevel level, LocalDate absentFrom, boolean active) {
    member(name, level, absentFrom, null, active);
  }

  private void member(
      String name, AuthorityLevel level, LocalDate absentFrom, String substitute, boolean active) {
    desk.work(
        Desk.ADMIN,
        facade ->
            facade.setMember(
                new SetDeskMember(
                    name + "." + mark,
                    name,
                    level,
                    branch,
                    List.of(),
                    List.of("zh"),
                    10,
                    absentFrom,
                    absentFrom,
                    substitute == null ? null : substitute + "." + mark,
                    active,
                    null)));
  }

  private ComplaintView recorded(String narrative) {
    return desk.as(Desk.OPERATOR, facade -> facade.record(Desk.atBranch(branch, narrative)));
  }

  private <T> T ask(Caller caller, Function<CaseDirectory, T> question) {
    return TestDatabase.get()
        .inTransaction(
            em -> {
              try {
                return CallContext.callAs(
                    caller,
                    () -> question.apply(new CasesForOthers(em, desk.clock(), desk.directory())));
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
  }
}
