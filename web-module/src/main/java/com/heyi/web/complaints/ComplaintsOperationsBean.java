package com.heyi.web.complaints;

import com.heyi.complaints.AnswerTask;
import com.heyi.complaints.CallOutcome;
import com.heyi.complaints.ComplaintView;
import com.heyi.complaints.ComplaintsFacade;
import com.heyi.complaints.DeskFacade;
import com.heyi.complaints.FinishCall;
import com.heyi.complaints.IntakeFacade;
import com.heyi.complaints.PartyRole;
import com.heyi.complaints.ReviewComplaint;
import com.heyi.complaints.StepsFacade;
import com.heyi.complaints.WithdrawComplaint;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.value.Ids;
import com.heyi.web.errors.WebError;
import com.heyi.web.soap.SoapInput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Answers {@link ComplaintsOperations}. */
@ApplicationScoped
public class ComplaintsOperationsBean implements ComplaintsOperations {
  @Inject private ComplaintsFacade complaints;
  @Inject private StepsFacade steps;
  @Inject private DeskFacade desk;
  @Inject private IntakeFacade intake;

  @Override
  public SoapComplaint recordComplaint(String requestId, SoapNewComplaint complaint) {
    if (complaint == null) {
      throw CommonError.invalid("complaint", "constraint.NotNull");
    }
    return new SoapComplaint(complaints.record(complaint.command()));
  }

  @Override
  public SoapComplaint getComplaint(String complaintId, String number) {
    if (complaintId == null && number == null) {
      throw CommonError.invalid("complaintId", "constraint.NotNull");
    }
    ComplaintView found =
        complaintId != null
            ? complaints.view(Ids.parse(complaintId.strip()))
            : complaints.viewByNumber(number.strip());
    return new SoapComplaint(found);
  }

  @Override
  public SoapProgress getComplaintProgress(String number) {
    if (number == null) {
      throw CommonError.invalid("number", "constraint.NotNull");
    }
    return new SoapProgress(intake.progress(number.strip()));
  }

  @Override
  public SoapComplaintPage listComplaints(
      String status,
      String customer,
      String overdue,
      String from,
      String to,
      String cursor,
      Integer limit) {
    int wanted = limit == null ? PageRequest.DEFAULT_LIMIT : limit;
    if (wanted < 1 || wanted > PageRequest.MAX_LIMIT) {
      throw new HeyiException(WebError.LIMIT, PageRequest.MAX_LIMIT);
    }
    Map<String, String> filters = new HashMap<>();
    filters.put("status", status);
    filters.put("customer", customer);
    filters.put("overdue", overdue);
    filters.put("from", from);
    filters.put("to", to);
    return new SoapComplaintPage(complaints.list(PageRequest.after(cursor, wanted, null, filters)));
  }

  @Override
  public List<SoapComplaintTask> listComplaintTasks() {
    return desk.tasks().stream().map(SoapComplaintTask::new).toList();
  }

  @Override
  public SoapComplaintTask answerComplaintTask(
      String requestId, String complaintId, String taskId, String answer) {
    return new SoapComplaintTask(
        desk.answer(new AnswerTask(id("complaintId", complaintId), id("taskId", taskId), answer)));
  }

  @Override
  public SoapComplaintTask finishComplaintCall(
      String requestId,
      String complaintId,
      String taskId,
      String outcome,
      String words,
      String againAt) {
    return new SoapComplaintTask(
        desk.finish(
            new FinishCall(
                id("complaintId", complaintId),
                id("taskId", taskId),
                SoapInput.oneOf("outcome", CallOutcome.class, outcome),
                words,
                SoapInput.moment("againAt", againAt))));
  }

  @Override
  public SoapComplaint withdrawComplaint(
      String requestId,
      String complaintId,
      Long version,
      String askedBy,
      String proof,
      String reason) {
    return new SoapComplaint(
        steps.withdraw(
            new WithdrawComplaint(
                id("complaintId", complaintId),
                seen(version),
                SoapInput.oneOf("askedBy", PartyRole.class, askedBy),
                proof,
                reason)));
  }

  @Override
  public SoapComplaint askForReview(
      String requestId, String complaintId, Long version, String reason) {
    return new SoapComplaint(
        steps.review(new ReviewComplaint(id("complaintId", complaintId), seen(version), reason)));
  }

  private static long seen(Long version) {
    if (version == null) {
      throw CommonError.invalid("version", "constraint.NotNull");
    }
    return version;
  }

  private static UUID id(String field, String text) {
    if (text == null) {
      throw CommonError.invalid(field, "constraint.NotNull");
    }
    return Ids.parse(text.strip());
  }
}
