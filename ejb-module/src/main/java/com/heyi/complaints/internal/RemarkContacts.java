package com.heyi.complaints.internal;

import com.heyi.messages.Address;
import com.heyi.messages.AddressBook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;

/** Where those can be reached who left a contact with a suggestion or praise. */
@ApplicationScoped
public class RemarkContacts implements AddressBook {
  static final String KIND = "remark";

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected RemarkContacts() {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<Address> find(UUID remarkId) {
    return Optional.ofNullable(em.find(Remark.class, remarkId))
        .map(Remark::contact)
        .map(ComplainantContacts::read);
  }
}
