package com.heyi.shared.facade;

/** What has to be the same for amounts that were done alone to count together. */
public enum AddsUpBy {
  /** The maker and the target: small amounts to many targets stay small. */
  TARGET,
  /** The maker alone, whatever the target: for what is worth the same whomever it names. */
  MAKER
}
