package com.heyi.complaints.internal;

import com.heyi.complaints.AddParty;
import com.heyi.complaints.IntakeView;
import com.heyi.complaints.PartyRole;
import com.heyi.shared.history.WithoutHistory;
import com.heyi.shared.value.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Somebody who speaks for a complainant. */
@Entity
@WithoutHistory("Written once; only an erasure empties it")
@Table(schema = "complaints", name = "party")
public class Party {
  @Id private UUID id;

  @Column(name = "complaint_id")
  private UUID complaintId;

  @Enumerated(EnumType.STRING)
  private PartyRole role;

  private String name;
  private String contact;
  private String relation;
  private String document;

  @Column(name = "added_by")
  private String addedBy;

  @Column(name = "added_at")
  private Instant addedAt;

  protected Party() {}

  Party(AddParty command, String addedBy, Instant now) {
    this.id = Ids.next();
    this.complaintId = command.complaintId();
    this.role = command.role();
    this.name = command.name();
    this.contact = command.contact();
    this.relation = command.relation();
    this.document = command.document();
    this.addedBy = addedBy;
    this.addedAt = now;
  }

  IntakeView.Party view() {
    return new IntakeView.Party(role, name, contact, relation, document, addedAt);
  }
}
