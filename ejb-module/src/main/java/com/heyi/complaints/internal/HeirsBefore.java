package com.heyi.complaints.internal;

import com.heyi.messages.Address;
import com.heyi.messages.AddressBook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Where an heir is reached who was told before another one is. */
@ApplicationScoped
public class HeirsBefore implements AddressBook {
  static final String KIND = "complaint-heir";

  private Parties parties;

  protected HeirsBefore() {}

  @Inject
  public HeirsBefore(Parties parties) {
    this.parties = parties;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<Address> find(UUID partyId) {
    return parties.find(partyId).flatMap(Party::address);
  }
}
