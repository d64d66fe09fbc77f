package com.heyi.promotions.internal;

import com.heyi.promotions.CreateLevel;
import com.heyi.promotions.FeeRefund;
import com.heyi.promotions.LevelView;
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
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A level of membership. It never changes. */
@Entity
@Immutable
@Table(schema = "promotions", name = "membership_level")
public class Level {
  @Id private UUID id;
  private long version;
  private String code;
  private String name;
  private int rank;
  private Points fee;

  @Convert(converter = CnyConverter.class)
  private Money cash;

  private int months;

  @Enumerated(EnumType.STRING)
  private FeeRefund refund;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "created_by")
  private String createdBy;

  protected Level() {}

  Level(CreateLevel command, String by, Instant now) {
    id = Ids.next();
    code = command.code();
    name = command.name().strip();
    rank = command.rank();
    fee = command.fee();
    cash = command.cash();
    months = command.months();
    refund = command.refund();
    createdAt = now;
    createdBy = by;
  }

  UUID id() {
    return id;
  }

  String code() {
    return code;
  }

  String name() {
    return name;
  }

  int rank() {
    return rank;
  }

  Points fee() {
    return fee;
  }

  Money cash() {
    return cash;
  }

  int months() {
    return months;
  }

  FeeRefund refund() {
    return refund;
  }

  LevelView view() {
    return new LevelView(id, code, name, rank, fee, cash, months, refund);
  }
}
