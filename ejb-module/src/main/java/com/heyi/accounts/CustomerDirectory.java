package com.heyi.accounts;

import com.heyi.shared.error.HeyiException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds customers for other modules, inside their transactions. It checks no role and leaves no
 * audit row, for the facade that asks has done so already; therefore the edges may not use it.
 */
public interface CustomerDirectory {

  /** The customer with this id. */
  Optional<CustomerRef> find(UUID customerId);

  /** The customers with these ids, by id; unknown ids are left out. One query for all. */
  Map<UUID, CustomerRef> findAll(Collection<UUID> customerIds);

  /** The day on which this customer was born, or empty while his identity is not verified. */
  Optional<LocalDate> birthDate(UUID customerId);

  /** The days on which these customers were born, by id; one query for all. */
  default Map<UUID, LocalDate> birthDates(Collection<UUID> customerIds) {
    Map<UUID, LocalDate> known = new HashMap<>();
    customerIds.forEach(id -> birthDate(id).ifPresent(day -> known.put(id, day)));
    return known;
  }

  /** The records that have turned out to be this customer and point to him, by number. */
  default List<CustomerRef> mergedInto(UUID customerId) {
    return List.of();
  }

  /** The ids under which this customer's business stands: his own, and those that point to him. */
  default Set<UUID> recordsOf(UUID customerId) {
    return Stream.concat(
            Stream.of(customerId), mergedInto(customerId).stream().map(CustomerRef::id))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * The ids under which the business of a person stands, whichever of his records is named: for
   * what he may have only so often.
   */
  default Set<UUID> allRecordsOf(UUID recordId) {
    return recordsOf(whoIs(recordId));
  }

  /** The same for each of these records, by the record's id; one query for all. */
  default Map<UUID, Set<UUID>> allRecordsOf(Collection<UUID> recordIds) {
    Map<UUID, Set<UUID>> records = new HashMap<>();
    recordIds.forEach(id -> records.put(id, allRecordsOf(id)));
    return records;
  }

  /** Whom the bank serves under this record: who it has turned out to be, or itself. */
  default UUID whoIs(UUID customerId) {
    return customerId;
  }

  /** Whom the bank serves under each of these records, by the record's id; one query for all. */
  default Map<UUID, CustomerRef> servedUnder(Collection<UUID> recordIds) {
    Map<UUID, CustomerRef> served = new HashMap<>();
    recordIds.forEach(id -> find(whoIs(id)).ifPresent(customer -> served.put(id, customer)));
    return served;
  }

  /** All records that have turned out to be somebody else, each with whom it points to. */
  default Map<UUID, UUID> mergedRecords() {
    return Map.of();
  }

  /**
   * Whether a record points to this customer. If so it goes on to do so until the transaction ends.
   */
  default boolean holdMerged(UUID recordId, UUID customerId) {
    return false;
  }

  /** The customer with this number; of a merged one, who he has turned out to be. */
  Optional<CustomerRef> findByNumber(String number);

  /** The customer whom an app knows by this id; of a merged one, who he has turned out to be. */
  Optional<CustomerRef> findByIdentity(String app, String externalId);

  /**
   * The customer with this id, for a caller who may see him.
   *
   * @throws HeyiException {@link com.heyi.shared.facade.CommonError#NOT_FOUND}; {@link
   *     com.heyi.shared.facade.CommonError#OTHER_BRANCH} when the caller of this thread is bound to
   *     another branch
   */
  CustomerRef require(UUID customerId);

  /**
   * Whom the bank serves under this record, for a caller who may see him: what stands under a
   * merged record is seen to by the branch of who it has turned out to be.
   *
   * @throws HeyiException as {@link #require}
   */
  default CustomerRef requireUnder(UUID recordId) {
    return require(whoIs(recordId));
  }

  /**
   * As {@link #require}, for doing something for the customer, who is not erased as long as the
   * transaction lasts.
   *
   * @throws HeyiException also {@link AccountsError#CUSTOMER_ERASED}
   */
  default CustomerRef requireServed(UUID customerId) {
    CustomerRef customer = require(customerId);
    if (customer.identityStatus() == IdentityStatus.ERASED) {
      throw new HeyiException(AccountsError.CUSTOMER_ERASED, customer.number());
    }
    return customer;
  }

  /**
   * The customer whom an app knows by this id; taken into the register, unverified and without a
   * home branch, when he is new. For imports of an old app's data.
   *
   * @throws HeyiException {@link AccountsError#APP_UNKNOWN}, {@link AccountsError#APP_CLOSED}
   */
  CustomerRef admit(String app, String externalId);
}
