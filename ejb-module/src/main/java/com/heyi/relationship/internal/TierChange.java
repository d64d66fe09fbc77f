package com.heyi.relationship.internal;

import com.heyi.accounts.CustomerRef;
import com.heyi.relationship.TierChangeKind;
import com.heyi.relationship.TierChangeView;
import com.heyi.relationship.TierFigures;
import com.heyi.shared.persistence.CnyConverter;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** How a customer came to a tier, with what decided it. Written once. */
@Entity
@Immutable
@Table(schema = "relationship", name = "tier_change")
public class TierChange {
  @Id private UUID id;

  @Column(name = "customer_id")
  private UUID customerId;

  @Enumerated(EnumType.STRING)
  private TierChangeKind kind;

  @Column(name = "from_tier")
  private String from;

  @Column(name = "to_tier")
  private String to;

  private LocalDate day;

  @Convert(converter = CnyConverter.class)
  private Money assets;

  private long activity;
  private Points points;

  @Column(name = "rules_from")
  private LocalDate rulesFrom;

  private LocalDate until;
  private String reason;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Column(name = "changed_by")
  private String changedBy;

  protected TierChange() {}

  TierChange(
      UUID customer,
      TierChangeKind kind,
      String from,
      String to,
      LocalDate day,
      TierFigures figures,
      LocalDate rulesFrom,
      LocalDate until,
      String reason,
      Instant now,
      String by) {
    this.id = Ids.next();
    this.customerId = customer;
    this.kind = kind;
    this.from = from;
    this.to = to;
    this.day = day;
    this.assets = figures.assets();
    this.activity = figures.activity();
    this.points = figures.points();
    this.rulesFrom = rulesFrom;
    this.until = until;
    this.reason = reason;
    this.changedAt = now;
    this.changedBy = by;
  }

  UUID customerId() {
    return customerId;
  }

  TierChangeKind kind() {
    return kind;
  }

  String from() {
    return from;
  }

  String to() {
    return to;
  }

  TierChangeView view(CustomerRef customer) {
    return new TierChangeView(
        id,
        customerId,
        customer == null ? null : customer.number(),
        customer == null ? null : customer.name(),
        kind,
        from,
        to,
        day,
        new TierFigures(assets, activity, points),
        rulesFrom,
        until,
        reason,
        changedAt,
        changedBy);
  }
}
