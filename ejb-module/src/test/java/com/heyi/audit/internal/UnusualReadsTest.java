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
  private static final Thresholds THRESHOLDS = new Thresholds(30, 10, 3, 5);
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
    reads(diligent, TODAY.minusDays(2), 14);
    reads(diligent, TODAY.minusDays(1), 16);
    reads(diligent, TODAY, 15);

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
    Caller caller =
        new Caller(
            who,
            null,
            Set.of(Role.BRANCH, Role.OPERATOR),
            null,
            null,
            "r",
            Channel.PAGE,
            null,
            null);
    TestDatabase.get()
        .doInTransaction(
            em -> {
              AuditTrail trail = new AuditTrail(em, at(day), new Subjects(List.of()));
              IntStream.range(0, customers)
                  .forEach(
                      i ->
                          trail.record(
                              new AuditEvent(
                                  caller,
                                  "accounts",
                                  "customer.view",
                                  "customer:" + i,
                                  null,
                                  Outcome.DONE,
                                  null,
                                  false,
                                  List.of(),
                                  null)));
            });
  }

  /** Half past midnight at the bank, which is the day before in Greenwich. */
  private static Clock at(LocalDate day) {
    Instant instant = day.atTime(0, 30).atZone(BANK).toInstant();
    return Clock.fixed(instant, BANK);
  }
}
