package com.heyi.accounts;

import java.util.UUID;

/**
 * What other modules need to know of a customer.
 *
 * @param id the customer
 * @param number the number by which people name him
 * @param name his name, or a neutral label while it is unknown
 * @param branch code of his home branch, or null while he belongs to none
 * @param identityStatus whether his identity is verified
 */
public record CustomerRef(
    UUID id, String number, String name, String branch, IdentityStatus identityStatus) {
  public CustomerRef {
    name = identityStatus == null ? name : identityStatus.shown(name);
  }
}
