package com.heyi.mall.internal;

import com.heyi.accounts.CustomerRef;
import com.heyi.mall.OrderStage;
import com.heyi.mall.OrderStatus;
import com.heyi.mall.OrderSummary;
import com.heyi.shared.value.Points;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** An order as lists read it. Orders are written by {@link Orders} and {@link OrderRefunds}. */
@Entity
@Immutable
@Table(schema = "mall", name = "customer_order")
public class OrderRow {
  @Id private UUID id;
  private String number;

  @Column(name = "external_ref")
  private String externalRef;

  @Column(name = "customer_id")
  private UUID customerId;

  private String branch;

  @Enumerated(EnumType.STRING)
  private OrderStatus status;

  @Enumerated(EnumType.STRING)
  private OrderStage stage;

  private Points total;
  private Points returned;

  /** In fen. */
  private long cash;

  /** In fen. */
  @Column(name = "cash_returned")
  private long cashReturned;

  @Column(name = "placed_at")
  private Instant placedAt;

  /** What its lines name, for the filter alone. */
  @ElementCollection
  @CollectionTable(
      schema = "mall",
      name = "order_line",
      joinColumns = @JoinColumn(name = "order_id"))
  @Column(name = "sku")
  private Set<String> skus;

  protected OrderRow() {}

  UUID customerId() {
    return customerId;
  }

  /**
   * @param customer as the register knows him, or null when it does not
   */
  OrderSummary summary(CustomerRef customer) {
    return new OrderSummary(
        id,
        number,
        externalRef,
        customerId,
        customer == null ? null : customer.number(),
        customer == null ? null : customer.name(),
        branch,
        status,
        stage,
        total,
        returned,
        Fen.money(cash),
        Fen.money(cashReturned),
        placedAt);
  }
}
