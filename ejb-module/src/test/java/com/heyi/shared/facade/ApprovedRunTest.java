package com.heyi.shared.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.shared.error.HeyiException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ApprovedRunTest {
  private static final UUID ID = UUID.randomUUID();
  private static final Caller MAKER =
      new Caller("maker", null, Set.of(), null, null, "r-1", Channel.REST, null, Locale.ENGLISH);
  private static final ChangeLog.Cause CAUSE = new ChangeLog.Cause("role.grant", "why");
  private final List<String> happened = new ArrayList<>();

  @Test
  void itRunsAsTheMakerAndWhatReachesOutsideHappensAfterTheCheck() throws Exception {
    ApprovedRun.run(
        ID,
        CAUSE,
        MAKER,
        () -> {
          assertThat(CallContext.current().user()).isEqualTo("maker");
          assertThat(ApprovedRun.approval()).contains(ID);
          OutsideEffects.perform(() -> happened.add("role granted"));
          ChangeLog.note("user", 1, "role", null, "auditor");
          happened.add("ran");
          return null;
        },
        ran -> {
          assertThat(ran.changes()).hasSize(1);
          happened.add("checked");
        });

    assertThat(happened).containsExactly("ran", "checked", "role granted");
    assertThat(ApprovedRun.running()).isFalse();
  }

  @Test
  void nothingReachesOutsideWhenTheCheckSaysNo() {
    assertThatThrownBy(
            () ->
                ApprovedRun.run(
                    ID,
                    CAUSE,
                    MAKER,
                    () -> {
                      OutsideEffects.perform(() -> happened.add("role granted"));
                      return null;
                    },
                    ran -> {
                      throw new IllegalStateException("not what was shown");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(happened).isEmpty();
    assertThat(ApprovedRun.running()).isFalse();
    OutsideEffects.perform(() -> happened.add("at once"));
    assertThat(happened).containsExactly("at once");
  }

  @Test
  void aTrialThatIsRolledBackNeverReachesOutside() {
    try (OutsideEffects trial = OutsideEffects.waiting()) {
      OutsideEffects.perform(() -> happened.add("role granted"));
      assertThat(trial).isNotNull();
    }
    assertThat(happened).isEmpty();
  }

  @Test
  void aCallThatNeedsASecondPersonIsRefusedInsideOneThatCannotWait() {
    try (ChangeLog outer = ChangeLog.open("outer.do", null);
        ChangeLog inner = ChangeLog.open("inner.do", null)) {
      assertThat(outer.outermost()).isTrue();
      assertThatThrownBy(() -> inner.holdUp("inner.do"))
          .isInstanceOfSatisfying(
              HeyiException.class,
              e -> assertThat(e.error()).isEqualTo(CommonError.APPROVAL_NESTED));
    }
  }

  @Test
  void insideOneThatIsOnTrialItIsLeftToTheWhole() {
    try (ChangeLog outer = ChangeLog.open("outer.do", null)) {
      outer.beOnTrial();
      try (ChangeLog inner = ChangeLog.open("inner.do", null)) {
        inner.holdUp("inner.do");
      }
      assertThat(outer.heldUp()).isEqualTo("inner.do");
    }
  }

  @Test
  void aThresholdHoldsAboveItAndWhateverDidNotSayItsWeight() {
    FourEyes above = new FourEyes(10_000L, null, AddsUpBy.TARGET);
    assertThat(above.holds(10_000L)).isFalse();
    assertThat(above.holds(10_001L)).isTrue();
    assertThat(above.holds(null)).isTrue();
    assertThat(FourEyes.ALWAYS.holds(0L)).isTrue();
  }

  @Test
  void theWeightOfACallIsItsOwn() {
    try (ChangeLog outer = ChangeLog.open("outer.do", null)) {
      ChangeLog.weigh(5);
      try (ChangeLog inner = ChangeLog.open("inner.do", null)) {
        ChangeLog.weigh(7);
        ChangeLog.weigh(1);
        assertThat(inner.weight()).isEqualTo(8);
      }
      assertThat(outer.weight()).isEqualTo(5);
    }
  }
}
