package com.heyi.mall.internal;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.accounts.CustomerRef;
import com.heyi.shared.value.Ids;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A register that knows everybody, so that the mall is tested by itself. */
public class KnownCustomers implements CustomerDirectory {
  /** Records that have turned out to be somebody else, in whichever register they are asked for. */
  private static final Map<UUID, UUID> MERGED = new ConcurrentHashMap<>();

  private final Map<String, CustomerRef> admitted = new ConcurrentHashMap<>();

  /** From now on a record points to this customer. */
  public static void merge(UUID record, UUID customer) {
    MERGED.put(record, customer);
  }

  /** From now on a record stands for itself again. */
  static void part(UUID record) {
    MERGED.remove(record);
  }

  @Override
  public UUID whoIs(UUID customerId) {
    return MERGED.getOrDefault(customerId, customerId);
  }

  @Override
  public List<CustomerRef> mergedInto(UUID customerId) {
    return MERGED.entrySet().stream()
        .filter(one -> one.getValue().equals(customerId))
        .map(one -> MallFixture.customer(one.getKey()))
        .toList();
  }

  @Override
  public Optional<CustomerRef> find(UUID customerId) {
    return Optional.of(MallFixture.customer(customerId));
  }

  @Override
  public Map<UUID, CustomerRef> findAll(Collection<UUID> customerIds) {
    return customerIds.stream()
        .distinct()
        .collect(Collectors.toMap(Function.identity(), MallFixture::customer));
  }

  @Override
  public Optional<java.time.LocalDate> birthDate(UUID customerId) {
    return Optional.empty();
  }

  @Override
  public Optional<CustomerRef> findByNumber(String number) {
    return Optional.empty();
  }

  @Override
  public Optional<CustomerRef> findByIdentity(String app, String externalId) {
    return Optional.ofNullable(admitted.get(externalId));
  }

  @Override
  public CustomerRef require(UUID customerId) {
    return MallFixture.customer(customerId);
  }

  @Override
  public CustomerRef admit(String app, String externalId) {
    return admitted.computeIfAbsent(externalId, id -> MallFixture.customer(Ids.next()));
  }
}
