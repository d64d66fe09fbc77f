package com.heyi.complaints;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One deadline.
 *
 * @param kind what it is for
 * @param startedAt since when it runs
 * @param dueAt first instant that is too late
 * @param dueOn last day that is in time, in the rule's zone
 * @param days how many days the rule gives, without an extension
 * @param dayKind which days they are
 * @param extraDays days that an extension has added; 0 for none
 * @param pausedDays days that did not count because it stood still
 * @param pausedAt since when it stands still, or null
 * @param stoppedAt when it was stopped, or null while it runs or where a source does not say
 * @param met whether it was met; null while it runs
 * @param daysLeft days from today to the last one, negative when it is past; null unless it runs
 * @param overdue whether it runs and its last day is over
 * @param usedPercent share of the time that is used up, 0 or more; over 100 when overdue
 */
public record ClockView(
    ClockKind kind,
    Instant startedAt,
    Instant dueAt,
    LocalDate dueOn,
    int days,
    DayKind dayKind,
    int extraDays,
    int pausedDays,
    Instant pausedAt,
    Instant stoppedAt,
    Boolean met,
    Integer daysLeft,
    boolean overdue,
    int usedPercent) {}
