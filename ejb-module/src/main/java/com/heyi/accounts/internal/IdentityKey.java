package com.heyi.accounts.internal;

import com.heyi.shared.facade.Mask;
import com.heyi.shared.facade.Personal;
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
    @Column(name = "app_code") String app,
    @Personal(Mask.LAST_FOUR) @Column(name = "external_id") String externalId) {

  /** Names a customer of whom nothing else is known, in no language and without inventing. */
  String label() {
    return app + " " + externalId;
  }
}
