package com.heyi.learning.internal;

import com.heyi.complaints.CaseDirectory;
import com.heyi.complaints.CaseRef;
import com.heyi.complaints.ComplaintProgressed;
import com.heyi.complaints.ComplaintRecorded;
import com.heyi.complaints.ComplaintStep;
import com.heyi.complaints.DeadlineNear;
import com.heyi.learning.FailureKind;
import com.heyi.learning.NoticeKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/**
 * Observes what happens at the desk, inside its transactions: whom a near deadline must reach, and
 * where the bank has failed a customer.
 */
@ApplicationScoped
public class WatchesTheDesk {
  private CaseDirectory cases;
  private SecondFailures failures;
  private WinBacks winBacks;
  private Notices notices;

  protected WatchesTheDesk() {}

  @Inject
  public WatchesTheDesk(
      CaseDirectory cases, SecondFailures failures, WinBacks winBacks, Notices notices) {
    this.cases = cases;
    this.failures = failures;
    this.winBacks = winBacks;
    this.notices = notices;
  }

  void recorded(@Observes ComplaintRecorded event) {
    if (event.customerId() != null) {
      winBacks.complained(cases.recordsOf(event.customerId()));
      failed(event.complaintId(), FailureKind.COMPLAINED);
    }
  }

  void progressed(@Observes ComplaintProgressed event) {
    if (event.step() == ComplaintStep.CONTEST || event.step() == ComplaintStep.REVIEW) {
      failed(event.complaintId(), FailureKind.CONTESTED);
    }
  }

  /**
   * Tells the handler, who stands in for him and those above him. Who gets a case because its
   * deadline is near learns it too: they are the leaders of whoever had it.
   */
  void near(@Observes DeadlineNear event) {
    CaseRef about = cases.find(event.complaintId()).orElseThrow();
    boolean missed = event.daysBefore() == 0;
    List<String> told = new ArrayList<>(cases.leaders(about.id()));
    told.addAll(cases.inCharge(about.id()));
    notices.tell(
        "deadline:"
            + about.id()
            + ":"
            + event.kind()
            + ":"
            + event.dueOn()
            + ":"
            + event.daysBefore(),
        told,
        missed
            ? NoticeKind.DEADLINE_MISSED
            : event.movedUp() ? NoticeKind.MOVED_UP : NoticeKind.DEADLINE_NEAR,
        List.of(about.number(), event.dueOn().toString()),
        "complaint:" + about.id());
    if (missed) {
      failures.happened(about, FailureKind.LATE);
    }
  }

  private void failed(java.util.UUID complaintId, FailureKind kind) {
    cases.find(complaintId).ifPresent(about -> failures.happened(about, kind));
  }
}
