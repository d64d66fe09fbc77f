package com.heyi.complaints.internal;

import com.heyi.complaints.AuthorityLevel;
import com.heyi.complaints.ComplaintError;
import com.heyi.complaints.RedressKind;
import com.heyi.complaints.RedressView;
import com.heyi.complaints.Remedy;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Personal;
import com.heyi.shared.persistence.CnyConverter;
import com.heyi.shared.persistence.PointsConverter;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.envers.Audited;

/** Something that a complainant was given. It is taken back whole or not at all. */
@Entity
@Audited
@Table(schema = "complaints", name = "redress")
public class Redress {
  @Id private UUID id;
  @Version private int version;

  @Column(name = "complaint_id", updatable = false)
  private UUID complaintId;

  @Column(name = "customer_id", updatable = false)
  private UUID customerId;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private RedressKind kind;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Remedy remedy;

  @Column(updatable = false)
  @Convert(converter = CnyConverter.class)
  private Money money;

  @Column(updatable = false)
  @Convert(converter = PointsConverter.class)
  private Points points;

  @Column(name = "account_id", updatable = false)
  private UUID accountId;

  @Column(updatable = false)
  private UUID payment;

  @Personal
  @Column(updatable = false)
  private String reason;

  @Column(name = "given_by", updatable = false)
  private String givenBy;

  @Enumerated(EnumType.STRING)
  @Column(name = "given_level", updatable = false)
  private AuthorityLevel givenLevel;

  @Column(name = "given_at", updatable = false)
  private Instant givenAt;

  @Column(name = "taken_back_at")
  private Instant takenBackAt;

  @Column(name = "taken_back_by")
  private String takenBackBy;

  @Personal
  @Column(name = "taken_back_why")
  private String takenBackWhy;

  protected Redress() {}

  private Redress(Complaint complaint, Remedy remedy, UUID payment, String reason, Actor actor) {
    this.id = Ids.next();
    this.complaintId = complaint.id();
    this.customerId = complaint.customerId();
    this.remedy = remedy;
    this.payment = payment;
    this.reason = reason;
    this.givenBy = actor.user();
    this.givenLevel = actor.level();
    this.givenAt = actor.now();
  }

  static Redress ofMoney(
      Complaint complaint,
      Remedy remedy,
      Money money,
      UUID accountId,
      UUID movement,
      String reason,
      Actor actor) {
    Redress redress = new Redress(complaint, remedy, movement, reason, actor);
    redress.kind = RedressKind.MONEY;
    redress.money = money;
    redress.accountId = accountId;
    return redress;
  }

  static Redress ofPoints(
      Complaint complaint, Remedy remedy, Points points, UUID entry, String reason, Actor actor) {
    Redress redress = new Redress(complaint, remedy, entry, reason, actor);
    redress.kind = RedressKind.POINTS;
    redress.points = points;
    return redress;
  }

  /**
   * @throws HeyiException {@link ComplaintError#REDRESS_TAKEN_BACK}
   */
  void takeBack(String why, Actor actor) {
    if (takenBackAt != null) {
      throw new HeyiException(ComplaintError.REDRESS_TAKEN_BACK);
    }
    takenBackAt = actor.now();
    takenBackBy = actor.user();
    takenBackWhy = why;
  }

  UUID id() {
    return id;
  }

  UUID complaintId() {
    return complaintId;
  }

  UUID customerId() {
    return customerId;
  }

  RedressKind kind() {
    return kind;
  }

  Remedy remedy() {
    return remedy;
  }

  Money money() {
    return money;
  }

  Points points() {
    return points;
  }

  UUID accountId() {
    return accountId;
  }

  UUID payment() {
    return payment;
  }

  /** Whether it counts for what may still be given of this remedy. */
  boolean stands(RedressKind wanted, Remedy of) {
    return takenBackAt == null && kind == wanted && remedy == of;
  }

  RedressView view() {
    return new RedressView(
        id,
        kind,
        remedy,
        money,
        points,
        accountId,
        payment,
        reason,
        givenBy,
        givenLevel,
        givenAt,
        takenBackAt,
        takenBackBy,
        takenBackWhy);
  }
}
