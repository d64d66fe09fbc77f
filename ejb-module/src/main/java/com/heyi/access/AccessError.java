package com.heyi.access;

import com.heyi.shared.error.ErrorCode;

/** What can go wrong with users and roles. */
public enum AccessError implements ErrorCode {
  /** An administrator may not take the administrator's role from himself. */
  OWN_ADMIN_ROLE("access.own-admin-role", Kind.RULE),
  /**
   * An auditor holds no role by which things are changed, and nobody who holds one becomes an
   * auditor. Arguments: his name, the role held, the role wanted.
   */
  SEPARATION_OF_DUTIES("access.separation-of-duties", Kind.RULE),
  /** The identity provider does not answer at present. */
  PROVIDER_DOWN("access.provider-down", Kind.UNAVAILABLE),
  /** There is no realm where Heyi looks for it. Argument: the address that is set. */
  PROVIDER_ADDRESS("access.provider-address", Kind.MISCONFIGURED),
  /**
   * The identity provider does not let Heyi's own client in: its id or its secret is wrong.
   * Arguments: the id of the client, the status of the answer.
   */
  PROVIDER_CREDENTIALS("access.provider-credentials", Kind.MISCONFIGURED),
  /**
   * The identity provider lets Heyi's own client in, but not manage users: it lacks roles.
   * Arguments: the status of the answer, the id of the client.
   */
  PROVIDER_REFUSES("access.provider-refuses", Kind.MISCONFIGURED),
  /**
   * The identity provider was told but did not answer in time, so the change may or may not have
   * taken effect. What it did comes into the trail from its own events.
   */
  OUTCOME_UNKNOWN("access.outcome-unknown", Kind.UNAVAILABLE),
  /** No secret is set with which to manage users, as a bank may choose: it cannot be asked. */
  NOT_CONFIGURED("access.not-configured", Kind.UNAVAILABLE);

  private final String code;
  private final Kind kind;

  AccessError(String code, Kind kind) {
    this.code = code;
    this.kind = kind;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
