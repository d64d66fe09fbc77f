package com.heyi.learning;

import com.heyi.complaints.AuthorityLevel;
import com.heyi.complaints.ComplaintChannel;
import com.heyi.shared.facade.Targeted;
import java.time.Instant;
import java.util.UUID;

/**
 * How it was for a complainant, asked when his case was closed; raw answers.
 *
 * @param id the survey
 * @param complaintId the complaint
 * @param complaint its number
 * @param customerId who is asked, or null when the bank does not know him
 * @param branch the branch it is about, or null
 * @param product what the case was about when it was closed, or null when that was not kept yet
 * @param channel by which way it had come in, or null when that was not kept yet
 * @param level the level that it had reached, or null when that was not kept yet
 * @param askedAt when he was asked
 * @param expiresAt until when the link holds
 * @param reached whether the question was handed over to him, or he answered; true also for those
 *     asked before this was kept
 * @param satisfaction 1 very dissatisfied to 5 very satisfied, or null before he answers
 * @param effort how easy it was made for him (CES 2.0): 1 not at all to 7 very, or null
 * @param remark in his words, or null
 * @param answeredAt when he answered, or null
 * @param enteredBy who of the staff took it down, or null when he answered by the link
 */
public record SurveyView(
    UUID id,
    UUID complaintId,
    String complaint,
    UUID customerId,
    String branch,
    String product,
    ComplaintChannel channel,
    AuthorityLevel level,
    Instant askedAt,
    Instant expiresAt,
    boolean reached,
    Integer satisfaction,
    Integer effort,
    String remark,
    Instant answeredAt,
    String enteredBy)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "survey:" + id;
  }
}
