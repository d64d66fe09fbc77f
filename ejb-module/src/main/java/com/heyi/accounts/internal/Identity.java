package com.heyi.accounts.internal;

import com.heyi.accounts.IdentityView;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.envers.Audited;

/** By which id an app knows a customer. The app's id is the key, so that it names one customer. */
@Entity
@Audited
@Table(schema = "accounts", name = "identity")
public class Identity {
  @EmbeddedId private IdentityKey key;

  @Column(name = "customer_id", updatable = false)
  private UUID customerId;

  @Column(name = "linked_at", updatable = false)
  private Instant linkedAt;

  protected Identity() {}

  Identity(IdentityKey key, UUID customerId, Instant linkedAt) {
    this.key = key;
    this.customerId = customerId;
    this.linkedAt = linkedAt;
  }

  UUID customerId() {
    return customerId;
  }

  boolean belongsTo(Customer customer) {
    return customerId.equals(customer.id());
  }

  IdentityView view() {
    return new IdentityView(key.app(), key.externalId(), linkedAt);
  }
}
