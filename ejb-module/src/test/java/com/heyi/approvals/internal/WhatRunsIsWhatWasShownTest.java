package com.heyi.approvals.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.shared.facade.Change;
import com.heyi.shared.value.Ids;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WhatRunsIsWhatWasShownTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Instant SHOWN = Instant.parse("2026-03-01T04:00:00Z");
  private static final Instant RUN = Instant.parse("2026-03-03T08:30:00Z");

  @Test
  void theSameChangesAreTheSameInWhateverOrder() {
    assertThat(same(List.of(price("100", "200"), name()), List.of(name(), price("100", "200"))))
        .isTrue();
  }

  @Test
  void anotherValueIsNotWhatWasShown() {
    assertThat(same(List.of(text("a", "b")), List.of(text("a", "c")))).isFalse();
    assertThat(same(List.of(text("a", "b")), List.of(text("x", "b")))).isFalse();
  }

  @Test
  void oneMoreOrOneLessIsNotWhatWasShown() {
    assertThat(same(List.of(name()), List.of(name(), price("1", "2")))).isFalse();
    assertThat(same(List.of(name(), price("1", "2")), List.of(name()))).isFalse();
    assertThat(same(List.of(name()), List.of())).isFalse();
    assertThat(same(List.of(name()), List.of(name(), name()))).isFalse();
  }

  @Test
  void anotherRecordIsNotWhatWasShown() {
    Change one = new Change("customer", old().toString(), "points", null, "5");
    Change other = new Change("customer", old().toString(), "points", null, "5");
    assertThat(same(List.of(one), List.of(other))).isFalse();
  }

  @Test
  void aSumMovedByTheSameAmountIsTheMovementThatWasShown() {
    assertThat(same(List.of(price("100", "1100")), List.of(price("40", "1040")))).isTrue();
    assertThat(same(List.of(price("0.50", "1.75")), List.of(price("2.00", "3.25")))).isTrue();
    assertThat(same(List.of(price("100", "1100")), List.of(price("40", "1041")))).isFalse();
  }

  @Test
  void aPriceThatWasSetIsNotASum() {
    // shown: from 100 to 200; meanwhile it became 150: the run would set it from 150 to 200
    assertThat(same(List.of(price("100", "200")), List.of(price("150", "200")))).isFalse();
  }

  @Test
  void whatEveryRunMakesAnewCountsAsEqual() {
    List<Change> shown =
        List.of(
            new Change("run", at(SHOWN).toString(), "requestedAt", null, SHOWN.toString()),
            new Change("run", at(SHOWN).toString(), "day", null, "2026-03-01"),
            new Change("run", at(SHOWN).toString(), "number", null, "TS2026-000001"),
            new Change("run", at(SHOWN).toString(), "caller", null, "{\"requestId\":\"one\"}"));
    List<Change> ran =
        List.of(
            new Change("run", at(RUN).toString(), "requestedAt", null, RUN.toString()),
            new Change("run", at(RUN).toString(), "day", null, "2026-03-03"),
            new Change("run", at(RUN).toString(), "number", null, "TS2026-000007"),
            new Change("run", at(RUN).toString(), "caller", null, "{\"requestId\":\"two\"}"));
    assertThat(same(shown, ran)).isTrue();
  }

  @Test
  void aMomentOrIdOfNeitherRunIsCompared() {
    Change one = new Change("case", "1", "due", null, "2026-04-01T00:00:00Z");
    Change other = new Change("case", "1", "due", null, "2026-04-02T00:00:00Z");
    assertThat(same(List.of(one), List.of(other))).isFalse();
    assertThat(same(List.of(one), List.of(one))).isTrue();
    assertThat(
            same(
                List.of(new Change("case", "1", "number", null, "5")),
                List.of(new Change("case", "1", "number", null, "6"))))
        .isFalse();
  }

  @Test
  void anExtensionAskedForOnTheDueDayHoldsOnALaterDay() {
    Change extension = new Change("complaint", "c-1", "dueOn", "2026-03-01", "2026-03-31");
    assertThat(same(List.of(extension), List.of(extension))).isTrue();
  }

  @Test
  void aLimitFromAComingDayHoldsWhenThatDayHasCome() {
    String id = at(SHOWN).toString();
    String again = at(RUN).toString();
    assertThat(
            same(
                List.of(new Change("limit", id, "validFrom", null, "2026-03-03")),
                List.of(new Change("limit", again, "validFrom", null, "2026-03-03"))))
        .isTrue();
  }

  @Test
  void pointsThatExpireOnTheDayOfEitherRunAreTheSamePoints() {
    for (String day : List.of("2026-03-01", "2026-03-03")) {
      List<Change> shown =
          List.of(
              new Change("lot", at(SHOWN).toString(), "expiresOn", null, day),
              new Change("lot", at(SHOWN).toString(), "earnedOn", null, "2026-03-01"));
      List<Change> ran =
          List.of(
              new Change("lot", at(RUN).toString(), "expiresOn", null, day),
              new Change("lot", at(RUN).toString(), "earnedOn", null, "2026-03-03"));
      assertThat(same(shown, ran)).as(day).isTrue();
    }
  }

  @Test
  void anExplicitDayAndTheDayOfTheRunAreJudgedEachForItself() {
    Change shown = new Change("case", "1", "day", "2026-03-01", "2026-03-01");
    assertThat(
            same(
                List.of(shown),
                List.of(new Change("case", "1", "day", "2026-03-01", "2026-03-03"))))
        .isTrue();
    assertThat(
            same(
                List.of(shown),
                List.of(new Change("case", "1", "day", "2026-03-01", "2026-03-02"))))
        .isFalse();
    assertThat(
            same(
                List.of(new Change("case", "1", "day", null, "2026-03-03")),
                List.of(new Change("case", "1", "day", null, "2026-03-01"))))
        .isFalse();
  }

  @Test
  void aDayIsPairedOffOnceOnly() {
    Change first = new Change("lot", at(SHOWN).toString(), "expiresOn", null, "2026-03-01");
    Change other = new Change("lot", at(SHOWN).toString(), "expiresOn", null, "2026-03-03");
    Change today = new Change("lot", at(RUN).toString(), "expiresOn", null, "2026-03-03");
    Change earlier = new Change("lot", at(RUN).toString(), "expiresOn", null, "2026-03-01");
    assertThat(same(List.of(first, other), List.of(today, today))).isTrue();
    assertThat(same(List.of(first, other), List.of(today, earlier))).isTrue();
    assertThat(same(List.of(first, other), List.of(earlier, earlier))).isFalse();
  }

  @Test
  void aMomentThatWasGivenHoldsAlsoWhenItFellIntoTheTrial() {
    Change given = new Change("case", "1", "happenedAt", null, SHOWN.toString());
    assertThat(same(List.of(given), List.of(given))).isTrue();
  }

  private static boolean same(List<Change> shown, List<Change> ran) {
    return WhatRunsIsWhatWasShown.holds(
        shown,
        new WhatRunsIsWhatWasShown.Run(SHOWN, SHOWN.plusSeconds(1), "one", ZONE),
        ran,
        new WhatRunsIsWhatWasShown.Run(RUN, RUN.plusSeconds(1), "two", ZONE));
  }

  private static Change price(String before, String after) {
    return new Change("item", "i-1", "price", before, after);
  }

  private static Change name() {
    return text("old", "new");
  }

  private static Change text(String before, String after) {
    return new Change("item", "i-1", "name", before, after);
  }

  private static UUID old() {
    return Ids.next();
  }

  /** An id of version 7 made at this moment. */
  private static UUID at(Instant moment) {
    return new UUID(moment.toEpochMilli() << 16 | 0x7000L, 0x8000000000000001L);
  }
}
