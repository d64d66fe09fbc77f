package com.heyi.family.internal;

import com.heyi.accounts.AccountDirectory;
import com.heyi.accounts.AccountRef;
import com.heyi.accounts.AccountStatus;
import com.heyi.accounts.CustomerDirectory;
import com.heyi.accounts.CustomerRef;
import com.heyi.family.FamilyError;
import com.heyi.family.HouseholdView;
import com.heyi.family.MemberRole;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.persistence.AdvisoryLock;
import com.heyi.shared.value.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who belongs to whom, and who may decide for whom. */
@ApplicationScoped
public class Kin {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private CustomerDirectory customers;
  @Inject private AccountDirectory accounts;
  @Inject private Clock clock;

  protected Kin() {}

  public Kin(
      EntityManager em, CustomerDirectory customers, AccountDirectory accounts, Clock clock) {
    this.em = em;
    this.customers = customers;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** Stores something new. */
  void add(Object record) {
    em.persist(record);
  }

  /** Writes what has changed, so that views show the versions that are stored. */
  public void flush() {
    em.flush();
  }

  <T> T require(Class<T> type, UUID id) {
    T found = em.find(type, id);
    if (found == null) {
      throw new HeyiException(CommonError.NOT_FOUND, id);
    }
    return found;
  }

  /**
   * The household, for a caller who may see its members.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}
   */
  Household household(UUID id) {
    Household household = require(Household.class, id);
    List<Kinsman> guardians =
        members(id).stream().filter(member -> member.role() == MemberRole.GUARDIAN).toList();
    if (guardians.isEmpty() && CallContext.current().boundBranch().isPresent()) {
      // Nobody tells whose household it is, so no branch may say that it is one of its own.
      throw new HeyiException(CommonError.OTHER_BRANCH);
    }
    guardians.forEach(guardian -> customers.require(guardian.customerId()));
    return household;
  }

  /** The household for a change of who belongs to it: one change after the other. */
  Household hold(UUID id, long expectedVersion) {
    Household household = household(id);
    household.requireVersion(expectedVersion);
    em.lock(household, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    return household;
  }

  /** The household, held so that nothing is set in it twice by two who ask at once. */
  Household await(UUID id) {
    Household household = household(id);
    em.lock(household, LockModeType.PESSIMISTIC_WRITE);
    return household;
  }

  /** Who belongs to it now, guardians first. */
  List<Kinsman> members(UUID householdId) {
    return em.createQuery(
            "from Kinsman m where m.householdId = :household and m.leftOn is null"
                + " order by m.role desc, m.joinedOn, m.id",
            Kinsman.class)
        .setParameter("household", householdId)
        .getResultList();
  }

  /** The belonging of a customer, wherever it is. */
  Optional<Kinsman> belonging(UUID customerId) {
    return em.createQuery(
            "from Kinsman m where m.customerId = :customer and m.leftOn is null", Kinsman.class)
        .setParameter("customer", customerId)
        .getResultStream()
        .findFirst();
  }

  /**
   * The member, whose role today is this one. A child who has come of age is none, even before the
   * nightly run has let him go.
   */
  Kinsman requireGuardian(UUID householdId, UUID customerId) {
    return belonging(customerId)
        .filter(member -> member.householdId().equals(householdId))
        .filter(member -> member.role() == MemberRole.GUARDIAN)
        .orElseThrow(() -> new HeyiException(FamilyError.NOT_GUARDIAN, number(customerId)));
  }

  Kinsman requireChild(UUID householdId, UUID customerId) {
    return belonging(customerId)
        .filter(member -> member.householdId().equals(householdId))
        .filter(member -> isChild(customerId))
        .orElseThrow(() -> new HeyiException(FamilyError.NOT_CHILD, number(customerId)));
  }

  /** Whether he belongs to a household as a child, and is one today. */
  boolean isChild(UUID customerId) {
    return belonging(customerId).filter(member -> member.role() == MemberRole.CHILD).isPresent()
        && isMinor(customerId);
  }

  /** His belonging as a child, unless he is known to be of age on this day. */
  Optional<Kinsman> childhood(UUID customerId, LocalDate day) {
    return belonging(customerId)
        .filter(member -> member.role() == MemberRole.CHILD)
        .filter(
            member ->
                customers
                    .birthDate(customerId)
                    .map(born -> AChildIsUnderEighteen.holds(born, day))
                    .orElse(true));
  }

  /**
   * @throws HeyiException {@link FamilyError#AGE_UNKNOWN}
   */
  boolean isMinor(UUID customerId) {
    return isMinor(customerId, LocalDate.now(clock));
  }

  /**
   * @throws HeyiException {@link FamilyError#AGE_UNKNOWN}
   */
  boolean isMinor(UUID customerId, LocalDate day) {
    LocalDate born =
        customers
            .birthDate(customerId)
            .orElseThrow(() -> new HeyiException(FamilyError.AGE_UNKNOWN, number(customerId)));
    return AChildIsUnderEighteen.holds(born, day);
  }

  /**
   * @throws HeyiException {@link FamilyError#NOT_HIS_ACCOUNT}
   */
  AccountRef requireAccount(UUID accountId, UUID customerId) {
    return accounts
        .find(accountId)
        .filter(account -> account.customerId().equals(customerId))
        .orElseThrow(
            () -> new HeyiException(FamilyError.NOT_HIS_ACCOUNT, accountId, number(customerId)));
  }

  /** The accounts of members from or to which the family may pay, by the member. */
  Map<UUID, List<HouseholdView.Account>> openAccounts(Collection<UUID> customerIds) {
    // What lies under a record that has turned out to be his is not paid from by a family.
    return accounts.underRecords(customerIds).stream()
        .filter(account -> account.status() == AccountStatus.OPEN)
        .collect(
            Collectors.groupingBy(
                AccountRef::customerId,
                Collectors.mapping(
                    one -> new HouseholdView.Account(one.id(), one.number(), one.type()),
                    Collectors.toList())));
  }

  /**
   * @throws HeyiException with the field
   */
  static void requirePositive(String field, Money amount) {
    boolean right = amount.currency().equals(Money.CNY) && !amount.isNegative() && !amount.isZero();
    if (!right) {
      throw CommonError.invalid(field, FamilyError.AMOUNT);
    }
  }

  Optional<SpendingLimit> limit(UUID childId) {
    return em.createQuery("from SpendingLimit l where l.childId = :child", SpendingLimit.class)
        .setParameter("child", childId)
        .getResultStream()
        .findFirst();
  }

  /** The limit of a child, held to the end of the transaction. */
  Optional<SpendingLimit> holdLimit(UUID childId) {
    return em.createQuery("from SpendingLimit l where l.childId = :child", SpendingLimit.class)
        .setParameter("child", childId)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  <T> List<T> of(UUID householdId, Class<T> type, String order, int most) {
    return em.createQuery(
            "from "
                + type.getSimpleName()
                + " x where x.householdId = :household order by "
                + order,
            type)
        .setParameter("household", householdId)
        .setMaxResults(most)
        .getResultList();
  }

  /** Whether there is a goal for an account; nobody else sets one before the transaction ends. */
  boolean isSavedFor(UUID accountId) {
    AdvisoryLock.of("family.goal", accountId).take(em);
    return em.createQuery(
                "select count(g) from Goal g where g.accountId = :account and g.givenUp = false",
                Long.class)
            .setParameter("account", accountId)
            .getSingleResult()
        > 0;
  }

  /** Who a record has turned out to be, or itself. */
  UUID whoIs(UUID recordId) {
    return customers.whoIs(recordId);
  }

  CustomerRef customer(UUID customerId) {
    return customers.require(customerId);
  }

  /** Those of these who are known, by id. */
  Map<UUID, CustomerRef> known(Collection<UUID> customerIds) {
    return customers.findAll(customerIds);
  }

  Optional<CustomerRef> known(UUID customerId) {
    return customers.find(customerId);
  }

  Optional<LocalDate> birthDate(UUID customerId) {
    return customers.birthDate(customerId);
  }

  /** The days on which these were born, of those of whom it is known. */
  Map<UUID, LocalDate> birthDates(Collection<UUID> customerIds) {
    return customers.birthDates(customerIds);
  }

  private String number(UUID customerId) {
    return customers.find(customerId).map(CustomerRef::number).orElse(customerId.toString());
  }
}
