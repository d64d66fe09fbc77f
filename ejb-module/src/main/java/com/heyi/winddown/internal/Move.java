package com.heyi.winddown.internal;

import com.heyi.shared.persistence.CnyConverter;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Where a holding went. Its key is the holding, so nothing goes twice. */
@Entity
@Immutable
@Table(schema = "winddown", name = "move")
public class Move {
  @Id
  @Column(name = "holding_id")
  private UUID holdingId;

  @Column(name = "proof_id")
  private UUID proofId;

  @Enumerated(EnumType.STRING)
  private Outcome outcome;

  private Points points;

  @Convert(converter = CnyConverter.class)
  private Money amount;

  @Column(name = "entry_id")
  private UUID entryId;

  /** Where it went. */
  enum Outcome {
    GRANTED,
    EXPIRED,
    DEPOSITED,
    REFUNDED,
    /** An order that stands here with the same points. */
    PLACED,
    /** An order whose points were granted and whose money is paid back. */
    GIVEN_BACK,
    ISSUED
  }

  protected Move() {}

  Move(UUID holdingId, UUID proofId, Outcome outcome, Points points, Money amount, UUID entryId) {
    this.holdingId = holdingId;
    this.proofId = proofId;
    this.outcome = outcome;
    this.points = points;
    this.amount = amount;
    this.entryId = entryId;
  }

  boolean is(Outcome wanted) {
    return outcome == wanted;
  }

  /** Whether it leaves money that is to be paid back. */
  boolean isPaidBack() {
    return (is(Outcome.REFUNDED) || is(Outcome.GIVEN_BACK)) && !amount.isZero();
  }

  UUID entryId() {
    return entryId;
  }

  UUID holdingId() {
    return holdingId;
  }

  Points points() {
    return points;
  }

  Money amount() {
    return amount;
  }
}
