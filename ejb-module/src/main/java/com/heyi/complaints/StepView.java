package com.heyi.complaints;

import java.time.Instant;
import java.util.Map;

/**
 * One step that was taken.
 *
 * @param seq its place in the complaint's life, from 1
 * @param step which one
 * @param from status before, or null for the first
 * @param to status after
 * @param takenAt when
 * @param who account name of who took it
 * @param whoName his name
 * @param roles keys of the roles he held, separated by commas
 * @param branch his branch, or null
 * @param detail what was said, by the name of the command's field, in the order of the form
 */
public record StepView(
    int seq,
    ComplaintStep step,
    ComplaintStatus from,
    ComplaintStatus to,
    Instant takenAt,
    String who,
    String whoName,
    String roles,
    String branch,
    Map<String, String> detail) {}
