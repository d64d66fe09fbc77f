package com.heyi.web.complaints;

import com.heyi.web.soap.SoapFaults;
import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import java.util.List;

/** Complaints for branch systems: record them and see how they stand. */
@WebService(targetNamespace = SoapFaults.NAMESPACE)
public interface ComplaintsOperations {

  /** Records a complaint; the number in the answer is the complainant's receipt. */
  @WebMethod
  @WebResult(name = "complaint")
  SoapComplaint recordComplaint(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "complaint") SoapNewComplaint complaint);

  /** The complaint with this id or, when none is given, with this number: progress, deadline. */
  @WebMethod
  @WebResult(name = "complaint")
  SoapComplaint getComplaint(
      @WebParam(name = "complaintId") String complaintId, @WebParam(name = "number") String number);

  /**
   * How the complaint with this receipt number stands, at whichever branch it was recorded. Tells
   * nothing about a person.
   */
  @WebMethod
  @WebResult(name = "progress")
  SoapProgress getComplaintProgress(@WebParam(name = "number") String number);

  /**
   * The branch's complaints, those received last first. Status: one or more, separated by commas;
   * from and to: days of receipt (ISO); overdue: yes or no; cursor: from the page before; limit: 1
   * to 200, 50 unless given. All may be left out.
   */
  @WebMethod
  @WebResult(name = "complaints")
  SoapComplaintPage listComplaints(
      @WebParam(name = "status") String status,
      @WebParam(name = "customer") String customer,
      @WebParam(name = "overdue") String overdue,
      @WebParam(name = "from") String from,
      @WebParam(name = "to") String to,
      @WebParam(name = "cursor") String cursor,
      @WebParam(name = "limit") Integer limit);

  /**
   * Open tasks that the branch was asked to do for complaints, the most urgent first; calls that it
   * is to make among them.
   */
  @WebMethod
  @WebResult(name = "task")
  List<SoapComplaintTask> listComplaintTasks();

  /** Answers a task of the branch that is no call, which ends it. */
  @WebMethod
  @WebResult(name = "task")
  SoapComplaintTask answerComplaintTask(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "complaintId") String complaintId,
      @WebParam(name = "taskId") String taskId,
      @WebParam(name = "answer") String answer);

  /**
   * Says what came of a call that the branch had promised, which ends it. Outcome: REACHED or
   * NOT_REACHED; againAt: when who was not reached is tried again (ISO 8601 with offset), left out
   * when he is not.
   */
  @WebMethod
  @WebResult(name = "task")
  SoapComplaintTask finishComplaintCall(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "complaintId") String complaintId,
      @WebParam(name = "taskId") String taskId,
      @WebParam(name = "outcome") String outcome,
      @WebParam(name = "words") String words,
      @WebParam(name = "againAt") String againAt);

  /**
   * Takes down that the complainant takes his complaint back, which ends it the same day; for head
   * office, as no branch ends a case about itself. AskedBy: AGENT, HEIR or REPRESENTATIVE, who was
   * named before as speaking for him; left out when he asked himself. Proof: what shows who asked,
   * such as the identity document seen.
   */
  @WebMethod
  @WebResult(name = "complaint")
  SoapComplaint withdrawComplaint(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "complaintId") String complaintId,
      @WebParam(name = "version") Long version,
      @WebParam(name = "askedBy") String askedBy,
      @WebParam(name = "proof") String proof,
      @WebParam(name = "reason") String reason);

  /** Takes down that the complainant asks for a review of the decision (核查). */
  @WebMethod
  @WebResult(name = "complaint")
  SoapComplaint askForReview(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "complaintId") String complaintId,
      @WebParam(name = "version") Long version,
      @WebParam(name = "reason") String reason);
}
