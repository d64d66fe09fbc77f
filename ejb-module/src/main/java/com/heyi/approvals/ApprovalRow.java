package com.heyi.approvals;

import com.heyi.shared.facade.WeightUnit;
import java.time.Instant;
import java.util.UUID;

/**
 * A request in a list.
 *
 * @param id id of the request
 * @param status where it stands
 * @param action name of the action that waits
 * @param target what it is about, or null
 * @param reason why, or null
 * @param weight how heavy it is, in the unit, or null
 * @param unit what the weight counts
 * @param maker account name of who asked
 * @param makerName his name
 * @param madeAt when
 * @param expiresAt until when it can be decided
 * @param decidedBy account name of who ended it, or null
 * @param decidedAt when it ended, or null
 * @param mayDecide whether the caller may approve or reject it
 * @param version version of the record
 */
public record ApprovalRow(
    UUID id,
    ApprovalStatus status,
    String action,
    String target,
    String reason,
    Long weight,
    WeightUnit unit,
    String maker,
    String makerName,
    Instant madeAt,
    Instant expiresAt,
    String decidedBy,
    Instant decidedAt,
    boolean mayDecide,
    long version) {}
