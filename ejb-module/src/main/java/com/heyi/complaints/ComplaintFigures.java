package com.heyi.complaints;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/**
 * How the desk is doing.
 *
 * @param open open complaints by status; a status without any is left out
 * @param overdue complaints that owe an answer and are late
 * @param dueSoon complaints that owe an answer within the next three days
 * @param received complaints received by month and channel, oldest month first, for the latest
 *     months that had any
 * @param answered complaints received in these months whose deadlines are over, met or not
 * @param answeredOnTime those of them where every deadline was met
 */
public record ComplaintFigures(
    Map<ComplaintStatus, Long> open,
    long overdue,
    long dueSoon,
    List<Received> received,
    long answered,
    long answeredOnTime) {

  /**
   * Complaints of one month and channel.
   *
   * @param month the month, in the bank's zone
   * @param channel the channel
   * @param count how many, 1 or more
   */
  public record Received(YearMonth month, ComplaintChannel channel, long count) {}

  /** All open complaints. */
  public long openTotal() {
    return open.values().stream().mapToLong(Long::longValue).sum();
  }
}
