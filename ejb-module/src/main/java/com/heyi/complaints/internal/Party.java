package com.heyi.complaints.internal;

import com.heyi.complaints.AddParty;
import com.heyi.complaints.ComplaintError;
import com.heyi.complaints.IntakeView;
import com.heyi.complaints.PartyRole;
import com.heyi.messages.Address;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.history.WithoutHistory;
import com.heyi.shared.value.AccountName;
import com.heyi.shared.value.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Somebody who speaks for a complainant; an heir is told instead of him once somebody says so. */
@Entity
@WithoutHistory("It says itself who named him, had him told and ended it, and when")
@Table(schema = "complaints", name = "party")
public class Party {
  @Id private UUID id;

  @Column(name = "complaint_id", updatable = false)
  private UUID complaintId;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private PartyRole role;

  @Column(updatable = false)
  private String name;

  @Column(updatable = false)
  private String contact;

  @Column(updatable = false)
  private String relation;

  @Column(updatable = false)
  private String document;

  @Column(name = "added_by", updatable = false)
  private String addedBy;

  @Column(name = "added_at", updatable = false)
  private Instant addedAt;

  @Column(name = "told_since")
  private Instant toldSince;

  @Column(name = "told_by")
  private String toldBy;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Column(name = "ended_by")
  private String endedBy;

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

  /**
   * The heir is told from now on. Somebody else says so than who named him, for whoever does both
   * could have a customer's messages sent to himself.
   *
   * @throws HeyiException {@link ComplaintError#PARTY_OVER}, {@link ComplaintError#PARTY_TOLD},
   *     {@link ComplaintError#PARTY_NOT_REACHED}, {@link ComplaintError#PARTY_NAMED_BY_HIMSELF}
   */
  void tell(Actor actor) {
    requireGoesOn();
    if (toldSince != null) {
      throw new HeyiException(ComplaintError.PARTY_TOLD);
    }
    if (role != PartyRole.HEIR || !isReached()) {
      throw new HeyiException(ComplaintError.PARTY_NOT_REACHED);
    }
    if (AccountName.of(addedBy).equals(AccountName.of(actor.user()))) {
      throw new HeyiException(ComplaintError.PARTY_NAMED_BY_HIMSELF);
    }
    ChangeLog.note("complaint-party", id, "toldSince", null, actor.now());
    toldSince = actor.now();
    toldBy = actor.user();
  }

  /**
   * He speaks for the complainant no more, and is told nothing more.
   *
   * @throws HeyiException {@link ComplaintError#PARTY_OVER}
   */
  void end(Actor actor) {
    requireGoesOn();
    ChangeLog.note("complaint-party", id, "endedAt", null, actor.now());
    endedAt = actor.now();
    endedBy = actor.user();
  }

  private void requireGoesOn() {
    if (endedAt != null) {
      throw new HeyiException(ComplaintError.PARTY_OVER);
    }
  }

  /** Whether a telephone or an e-mail address can be read in what he left. */
  boolean isReached() {
    return address().filter(one -> one.phone() != null || one.email() != null).isPresent();
  }

  /** Where he is reached, as far as it can be read; empty when he left nothing or was erased. */
  Optional<Address> address() {
    return Optional.ofNullable(contact).map(ComplainantContacts::read);
  }

  UUID id() {
    return id;
  }

  UUID complaintId() {
    return complaintId;
  }

  IntakeView.Party view() {
    return new IntakeView.Party(
        id, role, name, contact, relation, document, addedAt, toldSince, endedAt);
  }
}
