package com.heyi.accounts;

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
    @NotNull @PersonName String name,
    @NotNull @ResidentIdNumber String residentId,
    @NotNull @PhoneNumber String phone,
    @Size(max = 200) String address,
    @Pattern(regexp = "[A-Z][0-9]{4}") String homeBranch) {

  /** Kept out of logs. */
  @Override
  public String toString() {
    return "RegisterCustomer[homeBranch=" + homeBranch + "]";
  }
}
