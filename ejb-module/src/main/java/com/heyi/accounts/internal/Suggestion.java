package com.heyi.accounts.internal;

import com.heyi.accounts.AccountsError;
import com.heyi.accounts.FieldFit;
import com.heyi.accounts.MatchScore;
import com.heyi.accounts.MatchStatus;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
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
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;

/** That an unverified customer may be another, verified or not; open until a person decides. */
@Entity
@Audited
@Table(schema = "accounts", name = "match_suggestion")
public class Suggestion {
  @Id private UUID id;
  @Version private long version;

  @Column(name = "customer_id", updatable = false)
  private UUID customerId;

  @Column(name = "other_id", updatable = false)
  private UUID otherId;

  @Column(updatable = false)
  private int score;

  @Enumerated(EnumType.STRING)
  @Column(name = "resident_id_how", updatable = false)
  private FieldFit residentIdHow;

  @Enumerated(EnumType.STRING)
  @Column(name = "name_how", updatable = false)
  private FieldFit nameHow;

  @Enumerated(EnumType.STRING)
  @Column(name = "phone_how", updatable = false)
  private FieldFit phoneHow;

  @Enumerated(EnumType.STRING)
  @Column(name = "birth_how", updatable = false)
  private FieldFit birthHow;

  @Enumerated(EnumType.STRING)
  @Column(name = "address_how", updatable = false)
  private FieldFit addressHow;

  @Enumerated(EnumType.STRING)
  private MatchStatus status;

  @Column(name = "made_at", updatable = false)
  private Instant madeAt;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Column(name = "decided_by")
  private String decidedBy;

  /**
   * False of what is open about a record that has meanwhile been merged: there is nothing to decide
   * about it until it stands for itself again.
   */
  @NotAudited
  @Formula(
      "(status <> 'OPEN' or not exists (select 1 from accounts.customer k"
          + " where k.id in (customer_id, other_id) and k.merged_into is not null))")
  private boolean decidable;

  protected Suggestion() {}

  Suggestion(UUID customerId, UUID otherId, MatchScore fits, Instant now) {
    this.id = Ids.next();
    this.customerId = customerId;
    this.otherId = otherId;
    this.score = fits.total();
    this.residentIdHow = fits.residentId();
    this.nameHow = fits.name();
    this.phoneHow = fits.phone();
    this.birthHow = fits.birthDate();
    this.addressHow = fits.address();
    this.status = MatchStatus.OPEN;
    this.madeAt = now;
  }

  /**
   * @throws HeyiException {@link AccountsError#MATCH_DECIDED}, {@link CommonError#VERSION_MOVED}
   */
  void reject(long expectedVersion, String by, Instant now) {
    SeenVersion.require(expectedVersion, version);
    if (status != MatchStatus.OPEN) {
      throw new HeyiException(AccountsError.MATCH_DECIDED, status);
    }
    decide(MatchStatus.REJECTED, by, now);
  }

  void accept(String by, Instant now) {
    decide(MatchStatus.ACCEPTED, by, now);
  }

  /** Open again, because what was decided has been undone. */
  void reopen() {
    status = MatchStatus.OPEN;
    decidedBy = null;
    decidedAt = null;
  }

  private void decide(MatchStatus next, String by, Instant now) {
    status = next;
    decidedBy = by;
    decidedAt = now;
  }

  UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  UUID customerId() {
    return customerId;
  }

  UUID otherId() {
    return otherId;
  }

  int score() {
    return score;
  }

  MatchScore fits() {
    FieldFit byResidentId = residentIdHow == null ? FieldFit.UNKNOWN : residentIdHow;
    return new MatchScore(byResidentId, nameHow, phoneHow, birthHow, addressHow);
  }

  MatchStatus status() {
    return status;
  }

  Instant madeAt() {
    return madeAt;
  }

  String decidedBy() {
    return decidedBy;
  }
}
