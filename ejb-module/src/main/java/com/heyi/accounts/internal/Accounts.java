package com.heyi.accounts.internal;

import com.heyi.accounts.AccountRef;
import com.heyi.accounts.AccountStatus;
import com.heyi.accounts.AccountType;
import com.heyi.accounts.AccountView;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;

/** The accounts, and what the card centre knew, in the database. */
@ApplicationScoped
public class Accounts {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected Accounts() {}

  public Accounts(EntityManager em) {
    this.em = em;
  }

  public void add(Account account) {
    em.persist(account);
  }

  public Optional<Account> find(UUID id) {
    return Optional.ofNullable(em.find(Account.class, id));
  }

  /**
   * The account for a change, held until the transaction ends.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  public Account hold(UUID id) {
    Account account = em.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (account == null) {
      throw new HeyiException(CommonError.NOT_FOUND, id);
    }
    return account;
  }

  /** Writes what has changed, so that the views that follow show the versions that are stored. */
  public void flush() {
    em.flush();
  }

  /** All accounts of a customer as others know them, those of records merged into his too. */
  List<AccountRef> refs(UUID customerId) {
    return em.createQuery(
            "select new com.heyi.accounts.AccountRef("
                + "a.id, a.number, a.customerId, a.type, a.status)"
                + " from Account a where a.customerId = :customer or a.customerId in"
                + " (select c.id from Customer c where c.mergedInto = :customer)"
                + " order by a.openedAt, a.id",
            AccountRef.class)
        .setParameter("customer", customerId)
        .getResultList();
  }

  /** The same of several customers, by the customer. */
  Map<UUID, List<AccountRef>> refs(Collection<UUID> customerIds) {
    Map<UUID, List<AccountRef>> his = new HashMap<>();
    customerIds.forEach(id -> his.put(id, new ArrayList<>()));
    if (!his.isEmpty()) {
      em.createQuery(
              "select c.id, c.mergedInto, new com.heyi.accounts.AccountRef("
                  + "a.id, a.number, a.customerId, a.type, a.status)"
                  + " from Account a join Customer c on c.id = a.customerId"
                  + " where c.id in :customers or c.mergedInto in :customers"
                  + " order by a.openedAt, a.id",
              Object[].class)
          .setParameter("customers", his.keySet())
          .getResultStream()
          .forEach(
              row ->
                  Stream.of(row[0], row[1])
                      .filter(Objects::nonNull)
                      .filter(his::containsKey)
                      .forEach(customer -> his.get(customer).add((AccountRef) row[2])));
    }
    return his;
  }

  /** The accounts of these records alone, oldest first. */
  List<AccountRef> refsUnder(Collection<UUID> customerIds) {
    return customerIds.isEmpty()
        ? List.of()
        : em.createQuery(
                "select new com.heyi.accounts.AccountRef("
                    + "a.id, a.number, a.customerId, a.type, a.status)"
                    + " from Account a where a.customerId in :customers"
                    + " order by a.openedAt, a.id",
                AccountRef.class)
            .setParameter("customers", customerIds)
            .getResultList();
  }

  /** Whether both are records of one customer. */
  boolean areOneCustomer(UUID one, UUID other) {
    return new Sql(em)
        .one(
            row -> true,
            "select 1 from accounts.customer a join accounts.customer b"
                + " on coalesce(b.merged_into, b.id) = coalesce(a.merged_into, a.id)"
                + " where a.id = ? and b.id = ?",
            one,
            other)
        .isPresent();
  }

  Optional<AccountRef> ref(String attribute, Object value) {
    return em.createQuery(
            "select new com.heyi.accounts.AccountRef("
                + "a.id, a.number, a.customerId, a.type, a.status)"
                + " from Account a where a."
                + attribute
                + " = :value",
            AccountRef.class)
        .setParameter("value", value)
        .getResultStream()
        .findFirst();
  }

  /** The accounts of a customer, oldest first. */
  List<AccountView> of(UUID customerId) {
    return em.createQuery(
            "from Account a where a.customerId = :customer order by a.openedAt, a.id",
            Account.class)
        .setParameter("customer", customerId)
        .getResultStream()
        .map(Account::view)
        .toList();
  }

  /** How many accounts of a type a customer holds, closed ones not counted. */
  public int held(UUID customerId, AccountType type) {
    return em.createQuery(
            "select count(a) from Account a"
                + " where a.customerId = :customer and a.type = :type and a.status <> :closed",
            Long.class)
        .setParameter("customer", customerId)
        .setParameter("type", type)
        .setParameter("closed", AccountStatus.CLOSED)
        .getSingleResult()
        .intValue();
  }

  /** How many accounts of a type one customer may hold on this day; empty when no cap is set. */
  public OptionalInt cap(AccountType type, LocalDate day) {
    return NamedSql.values(
            em,
            "select most_open from accounts.account_cap"
                + " where type = :type and valid_from <= :day order by valid_from desc limit 1",
            Integer.class)
        .setParameter("type", type.name())
        .setParameter("day", day)
        .getResultStream()
        .mapToInt(Integer::intValue)
        .findFirst();
  }

  Optional<CardProfile> cardProfile(UUID customerId) {
    return Optional.ofNullable(em.find(CardProfile.class, customerId));
  }

  public void add(CardProfile profile) {
    em.persist(profile);
  }
}
