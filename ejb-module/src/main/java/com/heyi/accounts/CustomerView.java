package com.heyi.accounts;

import com.heyi.shared.facade.Targeted;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * All that the register knows of a customer, in one.
 *
 * @param id the customer
 * @param version his version; a change must name it
 * @param number the number by which people name him
 * @param name his name, or a neutral label while it is unknown
 * @param residentId masked; null while unverified
 * @param gender null while unverified
 * @param age whole years today; null while unverified. The date of birth itself is not shown, for
 *     it would undo the mask of the resident ID
 * @param phone masked; null when unknown
 * @param phoneSharedWith how many other customers have the same phone: families share one, but it
 *     may also be a mistake or a fraud
 * @param address postal address, or null
 * @param homeBranch code of his home branch, or null
 * @param identityStatus whether his identity is verified
 * @param registeredAt since when he is in the register
 * @param identities the apps that know him, by app
 * @param accounts his accounts, oldest first
 * @param cardProfile what the card centre knew of him, or null
 * @param mergedInto who he has turned out to be, or null while he stands for himself
 * @param merged other records of his, whose identities and accounts are shown with his own
 */
public record CustomerView(
    UUID id,
    long version,
    String number,
    String name,
    String residentId,
    Gender gender,
    Integer age,
    String phone,
    long phoneSharedWith,
    String address,
    String homeBranch,
    IdentityStatus identityStatus,
    Instant registeredAt,
    List<IdentityView> identities,
    List<AccountView> accounts,
    CardProfileView cardProfile,
    MergedView mergedInto,
    List<MergedView> merged)
    implements Targeted {

  public CustomerView {
    identities = List.copyOf(identities);
    accounts = List.copyOf(accounts);
    merged = List.copyOf(merged);
  }

  @Override
  public String auditTarget() {
    return "customer:" + id;
  }
}
