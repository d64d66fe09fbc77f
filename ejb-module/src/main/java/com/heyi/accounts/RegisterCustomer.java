package com.heyi.accounts;

import com.heyi.shared.facade.Mask;
import com.heyi.shared.facade.Personal;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Registers a customer who showed his resident ID.
 *
 * @param name name as on the identity card
 * @param residentId resident ID number after GB 11643
 * @param phone phone number, for mainland China without country code
 * @param address postal address, may be null
 * @param homeBranch code of his home branch: a letter and four digits. A branch leaves it out or
 *     names itself
 */
public record RegisterCustomer(
    @Personal(Mask.NAME) @NotNull @PersonName String name,
    @Personal(Mask.LAST_FOUR) @NotNull @ResidentIdNumber String residentId,
    @Personal(Mask.LAST_FOUR) @NotNull @PhoneNumber String phone,
    @Personal @Size(max = 200) String address,
    @Pattern(regexp = "[A-Z][0-9]{4}") String homeBranch) {

  /** Kept out of logs. */
  @Override
  public String toString() {
    return "RegisterCustomer[homeBranch=" + homeBranch + "]";
  }
}
