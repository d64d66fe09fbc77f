package com.heyi.complaints.reports;

import com.heyi.shared.facade.Targeted;
import java.util.List;

/**
 * A return with its figures.
 *
 * @param row what it is
 * @param lines its figures, by branch, facet and code
 */
public record ReturnView(ReturnRow row, List<Line> lines) implements Targeted {
  public ReturnView {
    lines = List.copyOf(lines);
  }

  /**
   * A line: the cases of one branch and code.
   *
   * @param branch the branch, {@link ReportFilter#NOT_STATED} for cases of none
   * @param facet by what they are sorted
   * @param code channel, business or cause; {@link ReportFilter#NOT_STATED} where a case has none
   *     yet, and for {@link ReturnFacet#ALL}
   * @param received received in the quarter
   * @param closed closed of these
   * @param withdrawn taken back
   * @param onTime answered in time
   * @param late late
   */
  public record Line(
      String branch,
      ReturnFacet facet,
      String code,
      long received,
      long closed,
      long withdrawn,
      long onTime,
      long late) {
    /** It on one line, from which the hash is made. */
    public String text() {
      return String.join(
          "\t",
          branch,
          facet.name(),
          code,
          Long.toString(received),
          Long.toString(closed),
          Long.toString(withdrawn),
          Long.toString(onTime),
          Long.toString(late));
    }
  }

  @Override
  public String auditTarget() {
    return row.auditTarget();
  }
}
