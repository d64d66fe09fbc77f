package com.heyi.complaints.internal;

import com.heyi.complaints.PointView;
import com.heyi.shared.facade.Personal;
import com.heyi.shared.facade.SeenVersion;
import com.heyi.shared.value.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.envers.Audited;

/** One thing that a complainant raises, and what the answer says to it. */
@Entity
@Audited
@Table(schema = "complaints", name = "point")
public class Point {
  @Id private UUID id;
  @Version private int version;

  @Column(name = "complaint_id", updatable = false)
  private UUID complaintId;

  @Column(updatable = false)
  private int seq;

  @Personal
  @Column(updatable = false)
  private String raised;

  @Column(name = "raised_by", updatable = false)
  private String raisedBy;

  @Column(name = "raised_at", updatable = false)
  private Instant raisedAt;

  @Personal private String reply;

  @Column(name = "replied_by")
  private String repliedBy;

  @Column(name = "replied_at")
  private Instant repliedAt;

  protected Point() {}

  Point(UUID complaintId, int seq, String raised, Actor actor) {
    this.id = Ids.next();
    this.complaintId = complaintId;
    this.seq = seq;
    this.raised = raised;
    this.raisedBy = actor.user();
    this.raisedAt = actor.now();
  }

  void reply(String words, long expectedVersion, Actor actor) {
    SeenVersion.require(expectedVersion, version);
    reply = words;
    repliedBy = actor.user();
    repliedAt = actor.now();
  }

  /** Whether its reply is older than this. */
  boolean repliedBefore(Instant moment) {
    return repliedAt.isBefore(moment);
  }

  boolean isOpen() {
    return repliedAt == null;
  }

  UUID complaintId() {
    return complaintId;
  }

  PointView view() {
    return new PointView(id, seq, raised, raisedBy, raisedAt, reply, repliedBy, repliedAt, version);
  }
}
