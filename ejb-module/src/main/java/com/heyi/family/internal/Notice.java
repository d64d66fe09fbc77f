package com.heyi.family.internal;

import com.heyi.family.HouseholdView;
import com.heyi.family.NoticeKind;
import com.heyi.shared.persistence.CnyConverter;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Something that the guardians of a household are told. */
@Entity
@Immutable
@Table(schema = "family", name = "notice")
public class Notice {
  @Id private UUID id;

  @Column(name = "household_id")
  private UUID householdId;

  @Column(name = "child_id")
  private UUID childId;

  @Enumerated(EnumType.STRING)
  private NoticeKind kind;

  @Convert(converter = CnyConverter.class)
  private Money amount;

  private String code;

  @Column(name = "told_at")
  private Instant toldAt;

  /** Names the payment that was declined, however often it is tried; or null. */
  private String attempt;

  protected Notice() {}

  Notice(UUID householdId, UUID childId, NoticeKind kind, Money amount, String code, Instant now) {
    this.id = Ids.next();
    this.householdId = householdId;
    this.childId = childId;
    this.kind = kind;
    this.amount = amount;
    this.code = code;
    this.toldAt = now;
  }

  static Notice declined(UUID householdId, Declined declined, Instant now) {
    Notice notice =
        new Notice(
            householdId,
            declined.childId(),
            NoticeKind.PAYMENT_DECLINED,
            declined.amount(),
            declined.code(),
            now);
    notice.attempt = declined.attempt();
    return notice;
  }

  UUID id() {
    return id;
  }

  HouseholdView.Notice view() {
    return new HouseholdView.Notice(childId, kind, amount, code, toldAt);
  }
}
