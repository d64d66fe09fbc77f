package com.heyi.accounts.internal;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.envers.Audited;

/** That an app offers a function. */
@Entity
@Audited
@Table(schema = "accounts", name = "app_offering")
public class Offering {
  @EmbeddedId private OfferingKey key;

  protected Offering() {}

  Offering(OfferingKey key) {
    this.key = key;
  }

  OfferingKey key() {
    return key;
  }
}
