package com.heyi.complaints.internal;

import com.heyi.messages.Address;
import com.heyi.messages.AddressBook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Where a complainant left word that he is reached, whoever is told instead of him since. */
@ApplicationScoped
public class ComplainantHimself implements AddressBook {
  static final String KIND = "complainant";

  private Complaints complaints;

  protected ComplainantHimself() {}

  @Inject
  public ComplainantHimself(Complaints complaints) {
    this.complaints = complaints;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<Address> find(UUID complaintId) {
    return complaints
        .find(complaintId)
        .map(complaint -> complaint.complainant().contact())
        .map(ComplainantContacts::read);
  }

  @Override
  public Optional<UUID> customer(UUID complaintId) {
    return complaints
        .find(complaintId)
        .flatMap(complaint -> complaint.complainant().customerHimself());
  }
}
