package com.heyi.privacy.internal;

import com.heyi.shared.privacy.Person;
import com.heyi.shared.privacy.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The modules that hold something about persons, by name: locks are taken in that order. */
@ApplicationScoped
public class Holders {
  private Iterable<PersonalData> found;

  protected Holders() {}

  @Inject
  Holders(@Any Instance<PersonalData> found) {
    this.found = found;
  }

  Holders(List<PersonalData> found) {
    this.found = found;
  }

  List<PersonalData> all() {
    return StreamSupport.stream(found.spliterator(), false)
        .sorted(Comparator.comparing(PersonalData::holder))
        .toList();
  }

  /** The customer with all that names him. */
  Person person(UUID customerId) {
    Set<String> marks =
        all().stream()
            .flatMap(holder -> holder.marks(customerId).stream())
            .collect(Collectors.toSet());
    return new Person(customerId, marks);
  }
}
