package com.heyi.complaints;

import com.heyi.shared.facade.Targeted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * All of a complaint.
 *
 * @param id the complaint
 * @param version its version, for the next change
 * @param number the number by which people name it; also the complainant's receipt
 * @param status where it stands
 * @param possibleSteps what can be done next, in the order of the process
 * @param ownSteps those of them that who asks may take, as far as his part in the case goes
 * @param channel the way it came
 * @param source who numbers the matter: {@code HEYI} or a body outside
 * @param externalReference that body's number, or null
 * @param branch the branch it is about, or null
 * @param customerId the customer, or null
 * @param customerNumber his number, or null
 * @param customerName his name, or null
 * @param complainantName name of who complains, or null
 * @param complainantContact where he can be reached, or null
 * @param product what it is about
 * @param subProduct the product more closely, or null
 * @param issue what went wrong, or null
 * @param subIssue the issue more closely, or null
 * @param narrative the complainant's account; null where a source publishes none
 * @param complexity how involved
 * @param receivedAt when it reached the bank
 * @param recordedAt when it was recorded here
 * @param rulePack code of the rules that set the deadlines
 * @param ruleVersion version of these rules
 * @param dueAt first instant that is too late
 * @param dueOn last day that is in time
 * @param daysLeft days from today to that day, negative when it is past; null when no clock runs
 * @param overdue whether an answer is owed and late
 * @param onTime whether all deadlines were met; null while that is open or where a source does not
 *     say
 * @param level the level whose authority it needs
 * @param handler account name of who is in charge, or null
 * @param handlerName his name, or null
 * @param cause why it arose, or null before the analysis
 * @param business kind of business by JR/T 0169, or null
 * @param department the department responsible, or null
 * @param finding what happened, or null
 * @param resolution what the complainant gets, or null
 * @param measures what was done, or null
 * @param answer the answer's words, or null
 * @param answerChannel the way it was given, or null
 * @param answeredAt when, or null
 * @param satisfaction 1 to 5, or null
 * @param rootCause root cause and what is rectified, or null
 * @param closedAt when it was closed; null while open or where a source does not say
 * @param textsErased whether names, contacts and texts were emptied
 * @param clocks all deadlines: those that run, the nearest first, then those that have stopped
 * @param steps every step taken, oldest first
 * @param cfpb the CFPB's own record, or null
 */
public record ComplaintView(
    UUID id,
    int version,
    String number,
    ComplaintStatus status,
    List<ComplaintStep> possibleSteps,
    List<ComplaintStep> ownSteps,
    ComplaintChannel channel,
    String source,
    String externalReference,
    String branch,
    UUID customerId,
    String customerNumber,
    String customerName,
    String complainantName,
    String complainantContact,
    String product,
    String subProduct,
    String issue,
    String subIssue,
    String narrative,
    Complexity complexity,
    Instant receivedAt,
    Instant recordedAt,
    String rulePack,
    int ruleVersion,
    Instant dueAt,
    LocalDate dueOn,
    Integer daysLeft,
    boolean overdue,
    Boolean onTime,
    AuthorityLevel level,
    String handler,
    String handlerName,
    ComplaintCause cause,
    String business,
    String department,
    String finding,
    Resolution resolution,
    String measures,
    String answer,
    ComplaintChannel answerChannel,
    Instant answeredAt,
    Integer satisfaction,
    String rootCause,
    Instant closedAt,
    boolean textsErased,
    List<ClockView> clocks,
    List<StepView> steps,
    CfpbRecordView cfpb)
    implements Targeted {

  @Override
  public String auditTarget() {
    return "complaint:" + id;
  }
}
