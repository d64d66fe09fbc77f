package com.heyi.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The process against {@link ProcessTable}: all of it, status by status and step by step. */
class ComplaintProcessTest {
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
    assertThat(step.leadsFrom(status)).isEqualTo(ProcessTable.leadsFrom(status, step));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsPossibleIsWhatTheTableLists(ComplaintStatus status) {
    assertThat(ComplaintStep.possibleIn(status))
        .containsExactlyInAnyOrderElementsOf(ProcessTable.stepsIn(status))
        .isSorted();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsOverIsWorkedOnOnlyAfterItIsOpenedAgain(ComplaintStatus status) {
    Set<ComplaintStep> work =
        EnumSet.of(
            ComplaintStep.ANALYSE,
            ComplaintStep.HANDLE,
            ComplaintStep.COMPENSATE,
            ComplaintStep.FEED_BACK,
            ComplaintStep.ASSIGN,
            ComplaintStep.ESCALATE);
    work.retainAll(ComplaintStep.possibleIn(status));
    assertThat(work.isEmpty()).isEqualTo(!status.isOpen());
  }
}
