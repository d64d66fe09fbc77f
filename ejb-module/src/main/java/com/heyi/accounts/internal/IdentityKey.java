package com.heyi.accounts.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * An app's own id for one of its customers.
 *
 * @param app code of the app
 * @param externalId the id there
 */
@Embeddable
public record IdentityKey(
    @Column(name = "app_code") String app, @Column(name = "external_id") String externalId) {

  /** Names a customer of whom nothing else is known, in no language and without inventing. */
  String label() {
    return app + " " + externalId;
  }
}
