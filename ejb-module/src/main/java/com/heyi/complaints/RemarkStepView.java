package com.heyi.complaints;

import java.time.Instant;

/**
 * One step of a remark.
 *
 * @param seq 1 for the first
 * @param step which
 * @param to where it led
 * @param takenAt when
 * @param who account name of who took it
 * @param said what was said, or null
 */
public record RemarkStepView(
    int seq, RemarkStep step, RemarkStatus to, Instant takenAt, String who, String said) {}
