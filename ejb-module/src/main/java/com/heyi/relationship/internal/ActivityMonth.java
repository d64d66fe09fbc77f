package com.heyi.relationship.internal;

import com.heyi.accounts.CustomerRef;
import com.heyi.relationship.FunnelCustomer;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A month in which a customer came or did something. Kept by the batch, in sets. */
@Entity
@Immutable
@Table(schema = "relationship", name = "activity")
public class ActivityMonth {
  @Id private UUID id;

  @Column(name = "customer_id")
  private UUID customerId;

  private int month;

  @Column(name = "next_month")
  private Integer nextMonth;

  private int cohort;
  private boolean active;

  protected ActivityMonth() {}

  UUID customerId() {
    return customerId;
  }

  FunnelCustomer view(CustomerRef customer) {
    return new FunnelCustomer(
        customerId,
        customer == null ? null : customer.number(),
        customer == null ? null : customer.name(),
        Months.of(cohort),
        Months.of(month));
  }
}
