package com.heyi.complaints.reports;

/**
 * The measures of some cases, each as {@link ReportMeasure} defines it.
 *
 * @param received cases received
 * @param open open now
 * @param closed closed
 * @param withdrawn taken back
 * @param onTime answered in time
 * @param late late
 * @param settled closed by the desk
 * @param firstLevel of these at the first level
 * @param comparable with customer and cause
 * @param repeated of these re-complaints
 */
public record ReportCounts(
    long received,
    long open,
    long closed,
    long withdrawn,
    long onTime,
    long late,
    long settled,
    long firstLevel,
    long comparable,
    long repeated) {
  public static final ReportCounts NONE = new ReportCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** Both together. */
  public ReportCounts plus(ReportCounts other) {
    return new ReportCounts(
        received + other.received,
        open + other.open,
        closed + other.closed,
        withdrawn + other.withdrawn,
        onTime + other.onTime,
        late + other.late,
        settled + other.settled,
        firstLevel + other.firstLevel,
        comparable + other.comparable,
        repeated + other.repeated);
  }

  /** What a measure counts. */
  public long of(ReportMeasure measure) {
    return switch (measure) {
      case RECEIVED -> received;
      case OPEN -> open;
      case CLOSED -> closed;
      case WITHDRAWN -> withdrawn;
      case ON_TIME -> onTime;
      case LATE -> late;
      case SETTLED -> settled;
      case FIRST_LEVEL -> firstLevel;
      case COMPARABLE -> comparable;
      case REPEATED -> repeated;
    };
  }

  /** Answered in time, of those in time and those late, in thousandths; null when there is none. */
  public Integer onTimeShare() {
    return share(onTime, onTime + late);
  }

  /** Settled at the first level, of those settled, in thousandths; null when there is none. */
  public Integer firstLevelShare() {
    return share(firstLevel, settled);
  }

  /** Re-complaints, of the comparable, in thousandths; null when there is none. */
  public Integer repeatedShare() {
    return share(repeated, comparable);
  }

  private static Integer share(long part, long whole) {
    // Half and more is rounded up, in whole numbers.
    return whole == 0 ? null : (int) ((2000 * part + whole) / (2 * whole));
  }
}
