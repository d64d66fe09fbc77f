package com.heyi.complaints.internal;

import com.heyi.complaints.ClockKind;
import com.heyi.complaints.Complexity;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.ZoneId;
import org.hibernate.annotations.Immutable;

/** One version of the rules that say how long an answer may take. Data, never changed. */
@Entity
@Immutable
@Table(schema = "complaints", name = "rule_pack")
public class RulePack {

  /**
   * Names one version of the rules.
   *
   * @param code the rules
   * @param version from 1
   */
  @Embeddable
  public record Key(String code, int version) implements java.io.Serializable {}

  @EmbeddedId private Key key;

  private String zone;

  @Column(name = "simple_days")
  private int simpleDays;

  @Column(name = "complex_days")
  private int complexDays;

  @Column(name = "final_days")
  private Integer finalDays;

  @Column(name = "review_days")
  private int reviewDays;

  @Column(name = "in_force")
  private LocalDate inForce;

  protected RulePack() {}

  Key key() {
    return key;
  }

  /** The zone whose days count. */
  ZoneId zone(ZoneId banks) {
    return zone == null ? banks : ZoneId.of(zone);
  }

  /**
   * How many days there are for this.
   *
   * @throws IllegalStateException when the rules know no such deadline
   */
  int days(ClockKind kind, Complexity complexity) {
    return switch (kind) {
      case ANSWER -> complexity == Complexity.COMPLEX ? complexDays : simpleDays;
      case REVIEW -> reviewDays;
      case FINAL -> {
        if (finalDays == null) {
          throw new IllegalStateException(key + " knows no final answer after a first one");
        }
        yield finalDays;
      }
    };
  }
}
