package com.heyi.shared.facade;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChangeLogTest {

  @Test
  void aCallSeesItsOwnChangesAndThoseBelowIt() {
    try (ChangeLog outer = ChangeLog.open("test.change", null)) {
      ChangeLog.note("item", 1, "price", 5, 6);
      try (ChangeLog inner = ChangeLog.open("test.change", null)) {
        ChangeLog.note("lot", 2, "points", null, 7);
        assertThat(inner.outermost()).isFalse();
        assertThat(inner.own()).containsExactly(new Change("lot", "2", "points", null, "7"));
      }
      ChangeLog.note("item", 1, "name", "a", "b");

      assertThat(outer.outermost()).isTrue();
      assertThat(outer.own()).extracting(Change::field).containsExactly("price", "name");
      assertThat(outer.all()).extracting(Change::field).containsExactly("price", "points", "name");
    }
  }

  @Test
  void anEqualValueIsNoChange() {
    try (ChangeLog log = ChangeLog.open("test.change", null)) {
      ChangeLog.note("item", 1, "price", 5, 5);
      ChangeLog.note("item", 1, "name", null, null);

      assertThat(log.all()).isEmpty();
    }
  }

  @Test
  void aCallOnlyShowsWhatItWouldDoAsSoonAsItOrOneAroundItIsTooHeavyToBeDoneAlone() {
    assertThat(ChangeLog.onlyShows()).isFalse();
    try (ChangeLog outer = ChangeLog.open("test.change", null)) {
      FourEyes rule = new FourEyes(100L, null, AddsUpBy.TARGET);
      outer.mayWait(() -> rule.holds(outer.weight()));
      ChangeLog.weigh(100);
      try (ChangeLog inner = ChangeLog.open("test.change", null)) {
        assertThat(ChangeLog.onlyShows()).isFalse();
        inner.mayWait(() -> true);
        assertThat(ChangeLog.onlyShows()).isTrue();
      }
      assertThat(ChangeLog.onlyShows()).isFalse();
      ChangeLog.weigh(1);
      try (ChangeLog inner = ChangeLog.open("test.change", null)) {
        assertThat(inner.outermost()).isFalse();
        assertThat(ChangeLog.onlyShows()).isTrue();
      }
    }
    assertThat(ChangeLog.onlyShows()).isFalse();
  }

  @Test
  void outsideACallNothingIsKept() {
    ChangeLog.note("item", 1, "price", 5, 6);

    assertThat(ChangeLog.running()).isFalse();
  }

  @Test
  void aMaskNeverShowsTheWholeValue() {
    assertThat(Mask.ALL.of("x")).isEqualTo("***");
    assertThat(Mask.NAME.of("欧阳娜娜")).isEqualTo("欧***");
    assertThat(Mask.NAME.of("𠮷田")).isEqualTo("𠮷***");
    assertThat(Mask.NAME.of("")).isEqualTo("***");
    assertThat(Mask.LAST_FOUR.of("13800138000")).isEqualTo("***8000");
    assertThat(Mask.LAST_FOUR.of("1234")).isEqualTo("***");
  }
}
