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

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The whole process once more, written down apart from the code: status, step, where it leads. */
public final class ProcessTable {
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

  private ProcessTable() {}

  /** Where the step leads from this status, or empty where it is not possible. */
  public static Optional<ComplaintStatus> leadsFrom(ComplaintStatus status, ComplaintStep step) {
    return Optional.ofNullable(TABLE.get(status).get(step));
  }

  /** The steps possible in this status. */
  static Set<ComplaintStep> stepsIn(ComplaintStatus status) {
    return TABLE.get(status).keySet();
  }

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
}
