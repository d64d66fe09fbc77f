package com.heyi.winddown;

import java.time.Instant;
import java.time.LocalDate;

/**
 * How long before a step its day must be announced.
 *
 * @param step the step
 * @param validFrom for announcements from this day on
 * @param days days between announcement and step at the least
 * @param source where the number comes from
 * @param setAt when it was set
 * @param setBy by whom
 * @param inForce whether it holds for an announcement today
 */
public record NoticeView(
    NoticeStep step,
    LocalDate validFrom,
    int days,
    String source,
    Instant setAt,
    String setBy,
    boolean inForce) {}
