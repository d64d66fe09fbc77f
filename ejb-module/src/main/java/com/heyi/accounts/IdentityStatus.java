package com.heyi.accounts;

import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.text.Texts;

/** Whether the bank knows who a customer is. */
public enum IdentityStatus {
  /** Known by the resident ID that he showed. */
  VERIFIED,
  /** Taken over from an old app without a resident ID. */
  UNVERIFIED,
  /** Who he was has been erased; ledger and orders know him by his id alone. */
  ERASED;

  /** The name under which a customer of this status is shown, in the caller's language. */
  public String shown(String name) {
    return this == ERASED
        ? Texts.get(CallContext.find().map(Caller::locale).orElse(Texts.DEFAULT), "customer.nobody")
        : name;
  }
}
