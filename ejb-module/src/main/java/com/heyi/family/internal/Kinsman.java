package com.heyi.family.internal;

import com.heyi.family.MemberRole;
import com.heyi.shared.value.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.envers.Audited;

/** Somebody's belonging to a household, from one day to another. */
@Entity
@Audited
@Table(schema = "family", name = "member")
public class Kinsman {
  @Id private UUID id;
  @Version private long version;

  @Column(name = "household_id", updatable = false)
  private UUID householdId;

  @Column(name = "customer_id", updatable = false)
  private UUID customerId;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private MemberRole role;

  @Column(name = "joined_on", updatable = false)
  private LocalDate joinedOn;

  @Column(name = "left_on")
  private LocalDate leftOn;

  protected Kinsman() {}

  Kinsman(UUID householdId, UUID customerId, MemberRole role, LocalDate today) {
    this.id = Ids.next();
    this.householdId = householdId;
    this.customerId = customerId;
    this.role = role;
    this.joinedOn = today;
  }

  void leave(LocalDate today) {
    leftOn = today;
  }

  UUID id() {
    return id;
  }

  UUID householdId() {
    return householdId;
  }

  UUID customerId() {
    return customerId;
  }

  MemberRole role() {
    return role;
  }

  LocalDate joinedOn() {
    return joinedOn;
  }
}
