package com.heyi.accounts.internal;

import com.heyi.accounts.RegisterCustomer;

/**
 * What a person tells of himself, in the form in which it is stored.
 *
 * @param name with one kind of middle dot and single spaces
 * @param residentId the number on his identity card
 * @param phone E.164
 * @param address null when not given
 */
public record Person(String name, ResidentId residentId, String phone, String address) {

  /** Reads a request whose fields were found acceptable. */
  public static Person of(RegisterCustomer command) {
    String address = command.address() == null ? "" : command.address().strip();
    return new Person(
        PersonNames.normalised(command.name()),
        ResidentId.parse(command.residentId()).orElseThrow(),
        PhoneNumbers.toE164(command.phone()).orElseThrow(),
        address.isEmpty() ? null : address);
  }

  /** Kept out of logs. */
  @Override
  public String toString() {
    return "Person";
  }
}
