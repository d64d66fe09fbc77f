package com.heyi.learning.internal;

import com.heyi.complaints.CaseRef;
import com.heyi.complaints.WinBackOutcome;
import com.heyi.learning.FinishWinBack;
import com.heyi.learning.LearningError;
import com.heyi.learning.PlanWinBack;
import com.heyi.learning.WinBackView;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Personal;
import com.heyi.shared.facade.SeenVersion;
import com.heyi.shared.value.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.envers.Audited;

/** A customer to be won back by somebody until a day, and what came of it. */
@Entity
@Audited
@Table(schema = "learning", name = "win_back")
public class WinBack {
  @Id private UUID id;
  @Version private int version;

  @Column(name = "complaint_id", updatable = false)
  private UUID complaintId;

  @Column(updatable = false)
  private String number;

  @Column(name = "customer_id", updatable = false)
  private UUID customerId;

  @Column(updatable = false)
  private String owner;

  @Column(name = "due_on", updatable = false)
  private LocalDate dueOn;

  @Personal
  @Column(updatable = false)
  private String plan;

  @Column(name = "planned_by", updatable = false)
  private String plannedBy;

  @Column(name = "planned_at", updatable = false)
  private Instant plannedAt;

  @Enumerated(EnumType.STRING)
  private WinBackOutcome outcome;

  @Personal private String result;

  @Column(name = "done_by")
  private String doneBy;

  @Column(name = "done_at")
  private Instant doneAt;

  @Column(name = "again_at")
  private Instant againAt;

  protected WinBack() {}

  WinBack(PlanWinBack command, CaseRef about, String who, Instant now) {
    id = Ids.next();
    complaintId = about.id();
    number = about.number();
    customerId = about.customerId();
    owner = command.owner();
    dueOn = command.dueOn();
    plan = command.plan().strip();
    plannedBy = who;
    plannedAt = now;
  }

  void finish(FinishWinBack command, String who, Instant now) {
    SeenVersion.require(command.expectedVersion(), version);
    if (doneAt != null) {
      throw new HeyiException(LearningError.HANDLED_ALREADY);
    }
    outcome = command.outcome();
    result = command.result().strip();
    doneBy = who;
    doneAt = now;
  }

  /** The customer complains again, so that he was not won back; the first time counts. */
  void again(Instant now) {
    if (againAt == null) {
      againAt = now;
    }
  }

  String owner() {
    return owner;
  }

  WinBackView view(LocalDate today) {
    return new WinBackView(
        id,
        complaintId,
        number,
        customerId,
        owner,
        dueOn,
        doneAt == null && today.isAfter(dueOn),
        plan,
        plannedBy,
        plannedAt,
        outcome,
        result,
        doneBy,
        doneAt,
        againAt,
        version);
  }
}
