package com.heyi.learning;

import com.heyi.shared.facade.Targeted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Points that were given to a member of the staff.
 *
 * @param id the violation
 * @param staff his account name
 * @param complaintId the complaint
 * @param complaint its number
 * @param rule code of the violation
 * @param ruleName in the bank's words
 * @param points how many
 * @param reason what he did
 * @param givenBy account name of who gave them
 * @param givenAt when
 * @param lapsesOn first day on which they no longer count
 * @param lapsed whether that day has come
 * @param appealUntil last day to appeal
 * @param status where they stand
 * @param grounds of the appeal, or null
 * @param appealedAt when he appealed, or null
 * @param decision on the appeal, or null
 * @param decidedBy who decided it, or null
 * @param decidedAt when, or null
 * @param version for the next change
 */
public record ViolationView(
    UUID id,
    String staff,
    UUID complaintId,
    String complaint,
    String rule,
    String ruleName,
    int points,
    String reason,
    String givenBy,
    Instant givenAt,
    LocalDate lapsesOn,
    boolean lapsed,
    LocalDate appealUntil,
    ViolationStatus status,
    String grounds,
    Instant appealedAt,
    String decision,
    String decidedBy,
    Instant decidedAt,
    int version)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "violation:" + id;
  }
}
