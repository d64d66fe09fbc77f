package com.heyi.accounts.internal;

import com.heyi.accounts.AccountsError;
import com.heyi.accounts.AppStatus;
import com.heyi.shared.error.HeyiException;

/** An app on its way out gains no customers. */
final class OnlyAnActiveAppTakesNewIdentities {
  private OnlyAnActiveAppTakesNewIdentities() {}

  static void check(String app, AppStatus status) {
    if (status != AppStatus.ACTIVE) {
      throw new HeyiException(AccountsError.APP_CLOSED, app);
    }
  }
}
