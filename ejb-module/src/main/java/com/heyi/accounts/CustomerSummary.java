package com.heyi.accounts;

import com.heyi.shared.facade.Targeted;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A customer as lists show him.
 *
 * @param id the customer
 * @param version his version
 * @param number the number by which people name him
 * @param name his name, or a neutral label while it is unknown
 * @param residentId masked; null while unverified
 * @param phone masked; null when unknown
 * @param homeBranch code of his home branch, or null
 * @param identityStatus whether his identity is verified
 * @param apps codes of the apps that know him, in order
 * @param registeredAt since when he is in the register
 */
public record CustomerSummary(
    UUID id,
    long version,
    String number,
    String name,
    String residentId,
    String phone,
    String homeBranch,
    IdentityStatus identityStatus,
    List<String> apps,
    Instant registeredAt)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "customer:" + id;
  }
}
