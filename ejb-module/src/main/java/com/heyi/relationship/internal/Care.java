package com.heyi.relationship.internal;

import com.heyi.shared.history.WithoutHistory;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** Who looks after a customer. */
@Entity
@WithoutHistory("Each hand-over is a row of its own")
@Table(schema = "relationship", name = "care")
public class Care {
  @Id
  @Column(name = "customer_id")
  private UUID id;

  private String manager;
  private LocalDate since;

  protected Care() {}

  UUID customerId() {
    return id;
  }

  String manager() {
    return manager;
  }

  LocalDate since() {
    return since;
  }
}
