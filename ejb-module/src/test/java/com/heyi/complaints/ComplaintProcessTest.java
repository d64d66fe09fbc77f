package com.heyi.complaints;

import static com.heyi.complaints.ComplaintStatus.ACCEPTED;
import static com.heyi.complaints.ComplaintStatus.ANALYSED;
import static com.heyi.complaints.ComplaintStatus.CLOSED;
import static com.heyi.complaints.ComplaintStatus.FED_BACK;
import static com.heyi.complaints.ComplaintStatus.HANDLED;
import static com.heyi.complaints.ComplaintStatus.RECORDED;
import static com.heyi.complaints.ComplaintStatus.TURNED;
import static com.heyi.complaints.ComplaintStatus.WAITING;
import static com.heyi.complaints.ComplaintStatus.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ComplaintProcessTest {
  /** The whole process once more, written down apart: status, step, where it leads. */
  private static final Map<ComplaintStatus, Map<ComplaintStep, ComplaintStatus>> TABLE =
      table(
          Map.of(
              RECORDED,
              "ACCEPT>ACCEPTED NAME_STAFF ESCALATE WITHDRAW>WITHDRAWN TURN>TURNED",
              ACCEPTED,
              "NAME_STAFF ASSIGN ESCALATE EXTEND PAUSE>WAITING ANALYSE>ANALYSED TAKE_BACK"
                  + " WITHDRAW>WITHDRAWN TURN>TURNED",
              WAITING,
              "NAME_STAFF ASSIGN ESCALATE RESUME>ACCEPTED TAKE_BACK WITHDRAW>WITHDRAWN"
                  + " TURN>TURNED",
              ANALYSED,
              "NAME_STAFF ASSIGN ESCALATE EXTEND PAUSE>WAITING HANDLE>HANDLED COMPENSATE TAKE_BACK"
                  + " WITHDRAW>WITHDRAWN",
              HANDLED,
              "NAME_STAFF ASSIGN ESCALATE EXTEND COMPENSATE TAKE_BACK FEED_BACK>FED_BACK"
                  + " WITHDRAW>WITHDRAWN",
              FED_BACK,
              "NAME_STAFF ASSIGN COMPENSATE TAKE_BACK AGREE CONTEST>ACCEPTED WIN_BACK"
                  + " HOLD_TO_ACCOUNT CLOSE>CLOSED REVIEW>RECORDED WITHDRAW>WITHDRAWN",
              CLOSED,
              "TAKE_BACK WIN_BACK HOLD_TO_ACCOUNT RECTIFY REVIEW>RECORDED REOPEN>RECORDED",
              WITHDRAWN,
              "REOPEN>RECORDED",
              TURNED,
              "TURN_BACK>RECORDED"));

  private static Map<ComplaintStatus, Map<ComplaintStep, ComplaintStatus>> table(
      Map<ComplaintStatus, String> rows) {
    Map<ComplaintStatus, Map<ComplaintStep, ComplaintStatus>> table =
        new EnumMap<>(ComplaintStatus.class);
    rows.forEach(
        (status, row) -> {
          Map<ComplaintStep, ComplaintStatus> steps = new EnumMap<>(ComplaintStep.class);
          for (String cell : row.split(" ")) {
            String[] parts = cell.split(">");
            steps.put(
                ComplaintStep.valueOf(parts[0]),
                parts.length == 1 ? status : ComplaintStatus.valueOf(parts[1]));
          }
          table.put(status, steps);
        });
    return table;
  }

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
