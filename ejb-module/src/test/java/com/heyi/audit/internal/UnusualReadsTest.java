package com.heyi.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.audit.UnusualReads;
import com.heyi.audit.UnusualReads.ReadingDay;
import com.heyi.audit.UnusualReads.Thresholds;
import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.AuditEvent.Outcome;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Channel;
import com.heyi.shared.facade.Role;
import com.heyi.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnusualReadsTest {
  private static final ZoneId BANK = ZoneId.of("Asia/Shanghai");
  private static final LocalDate TODAY = LocalDate.of(2031, 3, 10);
  private static final Thresholds THRESHOLDS = new Thresholds(30, 10, 3, 5, 40, 60);
  private final String mark = UUID.randomUUID().toString().substring(0, 8);

  @Test
  void aDayFarAboveHisOwnMedianStandsOut() {
    String curious = "curious-" + mark;
    reads(curious, TODAY.minusDays(3), 4);
    reads(curious, TODAY.minusDays(2), 5);
    reads(curious, TODAY.minusDays(1), 6);
    reads(curious, TODAY, 15);

    assertThat(found(curious))
        .singleElement()
        .satisfies(
            day -> {
              assertThat(day.day()).isEqualTo(TODAY);
              assertThat(day.customers()).isEqualTo(15);
              assertThat(day.ownMedian()).isEqualTo(5);
            });
  }

  @Test
  void whoAlwaysReadsMuchDoesNotStandOutFromHimself() {
    String diligent = "diligent-" + mark;
    Set<Role> alone = Set.of(Role.AUDITOR, Role.HEAD_OFFICE_ADMIN);
    reads(diligent, alone, TODAY.minusDays(2), 14);
    reads(diligent, alone, TODAY.minusDays(1), 16);
    reads(diligent, alone, TODAY, 15);

    assertThat(found(diligent)).isEmpty();
  }

  @Test
  void fewCustomersAreNeverUnusual() {
    String quiet = "quiet-" + mark;
    reads(quiet, TODAY.minusDays(1), 1);
    reads(quiet, TODAY, 9);

    assertThat(found(quiet)).isEmpty();
  }

  @Test
  void readingTheSameCustomerAgainIsNoFurtherCustomer() {
    String careful = "careful-" + mark;
    reads(careful, TODAY.minusDays(1), 2);
    reads(careful, TODAY, 6);
    reads(careful, TODAY, 6);

    assertThat(found(careful)).isEmpty();
  }

  @Test
  void whoPagesThroughListsIsSeen() {
    String pager = "pager-" + mark;
    reads(pager, TODAY.minusDays(1), 2);
    lists(pager, 4, 5);

    assertThat(found(pager))
        .singleElement()
        .satisfies(
            day -> {
              assertThat(day.customers()).as("four lists of five customers each").isEqualTo(20);
              assertThat(day.reads()).isEqualTo(4);
            });
  }

  @Test
  void oneCustomerReadOnDifferentWaysCountsOnce() {
    String same = "same-" + mark;
    UUID li = UUID.randomUUID();
    for (int i = 0; i < 12; i++) {
      read(same, TODAY, "customer.find-by-number", "customer:C" + i, Set.of(li));
      read(same, TODAY, "order.view", "order:" + i, Set.of(li));
    }
    read(same, TODAY.minusDays(1), "customer.view", "customer:" + li, Set.of(li));

    assertThat(found(same)).isEmpty();
  }

  @Test
  void accountsOrdersAndCasesCountForTheirCustomers() {
    String roundabout = "roundabout-" + mark;
    read(roundabout, TODAY.minusDays(1), "order.view", "order:x", Set.of(UUID.randomUUID()));
    for (int i = 0; i < 12; i++) {
      read(roundabout, TODAY, "order.view", "order:" + i, Set.of(UUID.randomUUID()));
    }

    assertThat(found(roundabout)).extracting(ReadingDay::customers).containsExactly(12L);
  }

  @Test
  void whoIsAloneInHisRoleIsHeldToTheCeiling() {
    String alone = "alone-" + mark;
    Set<Role> roles = Set.of(Role.AUDITOR, Role.COMPLAINT_HANDLER);
    lists(alone, roles, 8, 5);
    assertThat(found(alone))
        .singleElement()
        .satisfies(
            day -> {
              assertThat(day.customers()).isEqualTo(40);
              assertThat(day.ownMedian()).isZero();
              assertThat(day.roleMedian()).isZero();
            });

    String below = "below-" + mark;
    lists(below, Set.of(Role.AUDITOR, Role.OPERATOR, Role.BRANCH), 7, 5);
    assertThat(found(below)).isEmpty();
  }

  @Test
  void aBranchSystemHasACeilingOfItsOwn() {
    String system = "system-" + mark;
    lists(system, Set.of(Role.BRANCH), 11, 5);
    assertThat(found(system)).isEmpty();
    lists(system, Set.of(Role.BRANCH), 1, 5);
    assertThat(found(system)).hasSize(1);
  }

  @Test
  void hisOwnDaysDoNotRaiseWhatIsUsualInHisRole() {
    Set<Role> roles = Set.of(Role.HEAD_OFFICE_ADMIN, Role.COMPLAINT_HANDLER);
    String greedy = "greedy-" + mark;
    String modest = "modest-" + mark;
    for (int day = 0; day < 4; day++) {
      reads(greedy, roles, TODAY.minusDays(day), 12);
    }
    reads(modest, roles, TODAY, 2);

    assertThat(found(greedy)).hasSize(4).allMatch(day -> day.roleMedian() == 2);
  }

  @Test
  void anOldDayIsNotLookedAt() {
    String former = "former-" + mark;
    reads(former, TODAY.minusDays(31), 50);
    reads(former, TODAY.minusDays(1), 2);

    assertThat(found(former)).isEmpty();
  }

  private static List<ReadingDay> found(String who) {
    UnusualReads unusual =
        TestDatabase.get()
            .inTransaction(em -> new ReadingHabits(em, at(TODAY), THRESHOLDS).unusual());
    assertThat(unusual.thresholds()).isEqualTo(THRESHOLDS);
    return unusual.days().stream().filter(day -> day.who().equals(who)).toList();
  }

  private static void reads(String who, LocalDate day, int customers) {
    reads(who, Set.of(Role.BRANCH, Role.OPERATOR), day, customers);
  }

  /** As before it was noted whom a read has shown. */
  private static void reads(String who, Set<Role> roles, LocalDate day, int customers) {
    IntStream.range(0, customers)
        .forEach(i -> read(who, roles, day, "customer.view", "customer:" + i, Set.of()));
  }

  private static void lists(String who, int lists, int customers) {
    lists(who, Set.of(Role.BRANCH, Role.OPERATOR), lists, customers);
  }

  private static void lists(String who, Set<Role> roles, int lists, int customers) {
    for (int i = 0; i < lists; i++) {
      Set<UUID> shown =
          IntStream.range(0, customers)
              .mapToObj(n -> UUID.randomUUID())
              .collect(java.util.stream.Collectors.toSet());
      read(who, roles, TODAY, "customer.list", null, shown);
    }
  }

  private static void read(
      String who, LocalDate day, String action, String target, Set<UUID> shown) {
    read(who, Set.of(Role.BRANCH, Role.OPERATOR), day, action, target, shown);
  }

  private static void read(
      String who, Set<Role> roles, LocalDate day, String action, String target, Set<UUID> shown) {
    Caller caller = new Caller(who, null, roles, null, null, "r", Channel.PAGE, null, null);
    TestDatabase.get()
        .doInTransaction(
            em ->
                new AuditTrail(em, at(day), new Subjects(List.of()))
                    .record(
                        new AuditEvent(
                            caller,
                            "accounts",
                            action,
                            target,
                            null,
                            Outcome.DONE,
                            null,
                            false,
                            List.of(),
                            null,
                            shown)));
  }

  /** Half past midnight at the bank, which is the day before in Greenwich. */
  private static Clock at(LocalDate day) {
    Instant instant = day.atTime(0, 30).atZone(BANK).toInstant();
    return Clock.fixed(instant, BANK);
  }
}
