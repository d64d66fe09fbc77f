package com.heyi.mall.internal;

import com.heyi.accounts.CustomerRef;
import com.heyi.mall.ReturnStatus;
import com.heyi.mall.ReturnSummary;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A return as lists read it. Returns are written by {@link Returns}. */
@Entity
@Immutable
@Table(schema = "mall", name = "goods_return")
public class ReturnRow {
  @Id private UUID id;
  private String number;

  @Column(name = "order_id")
  private UUID orderId;

  @Column(name = "order_number")
  private String orderNumber;

  @Column(name = "customer_id")
  private UUID customerId;

  private String branch;

  @Enumerated(EnumType.STRING)
  private ReturnStatus status;

  @Column(name = "requested_at")
  private Instant requestedAt;

  protected ReturnRow() {}

  UUID customerId() {
    return customerId;
  }

  /**
   * @param customer as the register knows him, or null when it does not
   */
  ReturnSummary summary(CustomerRef customer) {
    return new ReturnSummary(
        id,
        number,
        orderId,
        orderNumber,
        customerId,
        customer == null ? null : customer.number(),
        customer == null ? null : customer.name(),
        branch,
        status,
        requestedAt);
  }
}
