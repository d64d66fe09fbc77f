package com.heyi.complaints.internal;

import com.heyi.complaints.AskDepartment;
import com.heyi.complaints.ComplaintError;
import com.heyi.complaints.TaskView;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Personal;
import com.heyi.shared.value.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.envers.Audited;

/** What a department or a branch is asked to do for a case. */
@Entity
@Audited
@Table(schema = "complaints", name = "task")
public class DepartmentTask {
  @Id private UUID id;
  @Version private int version;

  @Column(name = "complaint_id", updatable = false)
  private UUID complaintId;

  @Column(updatable = false)
  private String department;

  @Column(updatable = false)
  private String branch;

  @Column(updatable = false)
  private String owner;

  @Personal
  @Column(updatable = false)
  private String ask;

  @Column(name = "due_on", updatable = false)
  private LocalDate dueOn;

  @Column(name = "asked_by", updatable = false)
  private String askedBy;

  @Column(name = "asked_at", updatable = false)
  private Instant askedAt;

  @Personal private String answer;

  @Column(name = "done_by")
  private String doneBy;

  @Column(name = "done_at")
  private Instant doneAt;

  protected DepartmentTask() {}

  DepartmentTask(AskDepartment command, Actor actor) {
    this.id = Ids.next();
    this.complaintId = command.complaintId();
    this.department = command.department().strip();
    this.branch = filled(command.branch());
    this.owner = filled(command.owner());
    this.ask = command.ask();
    this.dueOn = command.dueOn();
    this.askedBy = actor.user();
    this.askedAt = actor.now();
  }

  void answer(String words, Actor actor) {
    if (doneAt != null) {
      throw new HeyiException(ComplaintError.TASK_DONE);
    }
    answer = words;
    doneBy = actor.user();
    doneAt = actor.now();
  }

  UUID complaintId() {
    return complaintId;
  }

  String branch() {
    return branch;
  }

  TaskView view(String number, LocalDate today) {
    return new TaskView(
        id,
        complaintId,
        number,
        department,
        branch,
        owner,
        ask,
        dueOn,
        doneAt == null && today.isAfter(dueOn),
        askedBy,
        askedAt,
        answer,
        doneBy,
        doneAt,
        version);
  }

  private static String filled(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
