package com.heyi.complaints;

import static com.heyi.complaints.ComplaintStatus.ACCEPTED;
import static com.heyi.complaints.ComplaintStatus.ANALYSED;
import static com.heyi.complaints.ComplaintStatus.CLOSED;
import static com.heyi.complaints.ComplaintStatus.FED_BACK;
import static com.heyi.complaints.ComplaintStatus.HANDLED;
import static com.heyi.complaints.ComplaintStatus.RECORDED;
import static com.heyi.complaints.ComplaintStatus.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ComplaintProcessTest {
  /** The whole process once more, written down apart: status, step, where it leads. */
  private static final Map<ComplaintStatus, Map<ComplaintStep, ComplaintStatus>> TABLE =
      Map.of(
          RECORDED,
          Map.of(ComplaintStep.ACCEPT, ACCEPTED, ComplaintStep.WITHDRAW, WITHDRAWN),
          ACCEPTED,
          Map.of(
              ComplaintStep.ASSIGN, ACCEPTED,
              ComplaintStep.EXTEND, ACCEPTED,
              ComplaintStep.ANALYSE, ANALYSED,
              ComplaintStep.WITHDRAW, WITHDRAWN),
          ANALYSED,
          Map.of(
              ComplaintStep.ASSIGN, ANALYSED,
              ComplaintStep.EXTEND, ANALYSED,
              ComplaintStep.HANDLE, HANDLED,
              ComplaintStep.WITHDRAW, WITHDRAWN),
          HANDLED,
          Map.of(
              ComplaintStep.ASSIGN, HANDLED,
              ComplaintStep.EXTEND, HANDLED,
              ComplaintStep.FEED_BACK, FED_BACK,
              ComplaintStep.WITHDRAW, WITHDRAWN),
          FED_BACK,
          Map.of(
              ComplaintStep.ASSIGN, FED_BACK,
              ComplaintStep.CONTEST, ACCEPTED,
              ComplaintStep.CLOSE, CLOSED,
              ComplaintStep.WITHDRAW, WITHDRAWN),
          CLOSED,
          Map.of(),
          WITHDRAWN,
          Map.of());

  static List<Arguments> everyStepInEveryStatus() {
    List<Arguments> all = new ArrayList<>();
    for (ComplaintStatus status : ComplaintStatus.values()) {
      for (ComplaintStep step : ComplaintStep.values()) {
        all.add(Arguments.of(status, step));
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("everyStepInEveryStatus")
  void aStepLeadsWhereTheTableSaysOrNowhere(ComplaintStatus status, ComplaintStep step) {
    assertThat(step.leadsFrom(status)).isEqualTo(Optional.ofNullable(TABLE.get(status).get(step)));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsPossibleIsWhatTheTableLists(ComplaintStatus status) {
    assertThat(ComplaintStep.possibleIn(status))
        .containsExactlyInAnyOrderElementsOf(TABLE.get(status).keySet())
        .isSorted();
  }

  @ParameterizedTest
  @EnumSource
  void onlyAnOpenComplaintCanBeChanged(ComplaintStatus status) {
    assertThat(ComplaintStep.possibleIn(status).isEmpty()).isEqualTo(!status.isOpen());
  }
}
