package com.heyi.complaints.internal;

import com.heyi.complaints.ClockKind;
import com.heyi.complaints.Complexity;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
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

  private String calendar;
  private boolean pauses;

  @Column(name = "review_within_days")
  private int reviewWithinDays;

  @ElementCollection
  @CollectionTable(
      schema = "complaints",
      name = "deadline",
      joinColumns = {
        @JoinColumn(name = "code", referencedColumnName = "code"),
        @JoinColumn(name = "version", referencedColumnName = "version")
      })
  private Set<Allowance> allowances = new HashSet<>();

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

  /** The calendar whose working days count, or empty where none do. */
  Optional<String> calendar() {
    return Optional.ofNullable(calendar);
  }

  /** Whether days on which the bank waits for the complainant do not count. */
  boolean pauses() {
    return pauses;
  }

  /** Days after the decision within which a review may be asked for. */
  int reviewWithinDays() {
    return reviewWithinDays;
  }

  /** What there is for this, or empty when the rules know no such answer. */
  Optional<Allowance> allowance(ClockKind kind, Complexity complexity) {
    return allowances.stream()
        .filter(one -> one.kind() == kind && one.complexity() == complexity)
        .findFirst();
  }
}
