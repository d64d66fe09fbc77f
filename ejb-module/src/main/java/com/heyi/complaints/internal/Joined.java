package com.heyi.complaints.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** That a case is the same matter as an earlier one. */
@Entity
@Immutable
@Table(schema = "complaints", name = "joined")
public class Joined {
  @Id
  @Column(name = "complaint_id")
  private UUID complaintId;

  @Column(name = "main_id")
  private UUID mainId;

  private String reason;

  @Column(name = "joined_by")
  private String joinedBy;

  @Column(name = "joined_at")
  private Instant joinedAt;

  protected Joined() {}

  Joined(UUID complaintId, UUID mainId, String reason, Actor actor) {
    this.complaintId = complaintId;
    this.mainId = mainId;
    this.reason = reason;
    this.joinedBy = actor.user();
    this.joinedAt = actor.now();
  }

  UUID mainId() {
    return mainId;
  }
}
