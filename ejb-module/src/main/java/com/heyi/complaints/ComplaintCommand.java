package com.heyi.complaints;

import com.heyi.shared.facade.Targeted;
import java.util.UUID;

/** A command on a complaint that exists. It carries the version that its sender has seen. */
public sealed interface ComplaintCommand extends Targeted
    permits AcceptComplaint,
        AssignComplaint,
        ExtendComplaint,
        AnalyseComplaint,
        HandleComplaint,
        FeedBackComplaint,
        ContestAnswer,
        CloseComplaint,
        WithdrawComplaint,
        JoinComplaint,
        NameStaff,
        EscalateComplaint,
        PauseComplaint,
        ResumeComplaint,
        CompensateComplaint,
        GivePoints,
        TakeBackRedress,
        AgreeToAnswer,
        WinBackCustomer,
        HoldToAccount,
        RectifyCause,
        ReviewComplaint,
        ReopenComplaint,
        TurnIntoRemark,
        TurnBackComplaint {
  /** The complaint. */
  UUID complaintId();

  /** Version of the complaint that the sender has seen. */
  long expectedVersion();

  @Override
  default String auditTarget() {
    return "complaint:" + complaintId();
  }
}
