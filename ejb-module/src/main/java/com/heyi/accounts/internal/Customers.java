package com.heyi.accounts.internal;

import com.heyi.accounts.CustomerFigures;
import com.heyi.accounts.CustomerRef;
import com.heyi.accounts.CustomerSummary;
import com.heyi.accounts.IdentityStatus;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.PagingError;
import com.heyi.shared.paging.Sort;
import com.heyi.shared.persistence.AdvisoryLock;
import com.heyi.shared.persistence.Filter;
import com.heyi.shared.persistence.Listing;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import com.heyi.shared.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The customers in the database. */
@ApplicationScoped
public class Customers {
  /** Held by whoever looks whether a resident ID is registered. */
  private static final String RESIDENT = "accounts.resident";

  /** Held by whoever does something for a customer, and alone by who erases him. */
  private static final String SERVED = "accounts.served";

  private static final String REF =
      "select new com.heyi.accounts.CustomerRef("
          + "c.id, c.number, c.name, c.homeBranch, c.identityStatus) from Customer c";

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected Customers() {}

  public Customers(EntityManager em) {
    this.em = em;
  }

  void add(Customer customer) {
    em.persist(customer);
  }

  public Optional<Customer> find(UUID id) {
    return Optional.ofNullable(em.find(Customer.class, id));
  }

  public Optional<Customer> findByNumber(String number) {
    return findBy("number", number);
  }

  public Optional<Customer> findByResidentId(ResidentId residentId) {
    return findBy("residentId", residentId.value());
  }

  /**
   * The customer for a change, held until the transaction ends, so that two changes at once come
   * one after the other and the second sees the version that the first made.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  public Customer hold(UUID id) {
    Customer customer = em.find(Customer.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (customer == null) {
      throw new HeyiException(CommonError.NOT_FOUND, id);
    }
    return customer;
  }

  /** Who has turned out to be this customer. */
  List<Customer> mergedInto(UUID id) {
    return em.createQuery(
            "from Customer c where c.mergedInto = :id order by c.number", Customer.class)
        .setParameter("id", id)
        .getResultList();
  }

  /** Whom this record points to at the moment, without loading it. */
  Optional<UUID> whoHeIs(UUID id) {
    return new Sql(em)
        .one(
            row -> Sql.uuid(row, "merged_into"),
            "select merged_into from accounts.customer where id = ? and merged_into is not null",
            id);
  }

  /** The ids of all records of whoever each of these is, by the id asked for. */
  Map<UUID, Set<UUID>> allRecordsOf(Collection<UUID> ids) {
    Map<UUID, Set<UUID>> records = new HashMap<>();
    ids.forEach(id -> records.put(id, new HashSet<>(Set.of(id))));
    if (!ids.isEmpty()) {
      new Sql(em)
          .list(
              row -> records.get(Sql.uuid(row, "asked")).add(Sql.uuid(row, "record")),
              "with p as (select id as asked, coalesce(merged_into, id) as person"
                  + " from accounts.customer where id = any(?)) select asked, person as record"
                  + " from p union all select p.asked, r.id from p join accounts.customer r"
                  + " on r.merged_into = p.person",
              (Object) Sql.uuids(ids));
    }
    return records;
  }

  /** Every record that points to another, with whom it points to. */
  Map<UUID, UUID> mergedRecords() {
    return em.createQuery(
            "select c.id, c.mergedInto from Customer c where c.mergedInto is not null",
            Object[].class)
        .getResultStream()
        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (UUID) row[1]));
  }

  /** Moves the version on, because something that belongs to the customer has changed. */
  public void moveOn(Customer customer) {
    em.lock(customer, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
  }

  /** How many there are of everything in the register. */
  public CustomerFigures figures() {
    Row counts =
        NamedSql.rows(
                em,
                "select count(*) as customers,"
                    + " count(*) filter (where identity_status = 'VERIFIED') as verified,"
                    + " (select count(*) from accounts.identity) as identities,"
                    + " (select count(*) from accounts.account where status = 'OPEN') as open"
                    + " from accounts.customer")
            .getSingleResult();
    return new CustomerFigures(
        counts.number("customers"),
        counts.number("verified"),
        counts.number("identities"),
        counts.number("open"));
  }

  /** The days on which these were born, of those of whom it is known. */
  Map<UUID, LocalDate> birthDates(Collection<UUID> ids) {
    Map<UUID, LocalDate> known = new HashMap<>();
    if (!ids.isEmpty()) {
      em.createQuery(
              "select c.id, c.birthDate from Customer c where c.id in :ids"
                  + " and c.birthDate is not null",
              Object[].class)
          .setParameter("ids", ids)
          .getResultStream()
          .forEach(row -> known.put((UUID) row[0], (LocalDate) row[1]));
    }
    return known;
  }

  /** Lets only one transaction at a time look whether this resident ID is registered. */
  void awaitTurn(ResidentId residentId) {
    awaitTurns(List.of(residentId.value()));
  }

  /** The same for several resident IDs, in an order in which no two wait for each other. */
  void awaitTurns(Collection<String> residentIds) {
    AdvisoryLock.takeAll(em, RESIDENT, residentIds);
  }

  /**
   * The branch that sees to what stands under this record: the home branch of who it has turned out
   * to be, or null.
   */
  public String branchOf(UUID recordId) {
    return find(recordId)
        .flatMap(record -> find(record.survivor()))
        .map(Customer::homeBranch)
        .orElse(null);
  }

  /** Lets nobody erase the customer before this transaction ends, without holding up others. */
  void keepServed(UUID id) {
    AdvisoryLock.of(SERVED, id).share(em);
  }

  /** Waits until nobody does anything more for the customer. */
  void awaitNobodyServes(UUID id) {
    AdvisoryLock.of(SERVED, id).take(em);
  }

  /** How many other customers have this customer's phone. */
  long sharingPhoneWith(Customer customer) {
    return customer.phone() == null
        ? 0
        : em.createQuery(
                "select count(c) from Customer c where c.phone = :phone and c.id <> :id",
                Long.class)
            .setParameter("phone", customer.phone())
            .setParameter("id", customer.id())
            .getSingleResult();
  }

  /** What other modules need to know of a customer. Hibernate keeps its plan, as of no list. */
  Optional<CustomerRef> ref(UUID id) {
    if (em.isJoinedToTransaction()) {
      em.flush();
    }
    // Nearly every call asks this, and a query of the session costs three times its statement.
    return new Sql(em)
        .one(
            row ->
                new CustomerRef(
                    id,
                    row.getString("number"),
                    row.getString("name"),
                    row.getString("home_branch"),
                    IdentityStatus.valueOf(row.getString("identity_status"))),
            "select number, name, home_branch, identity_status from accounts.customer"
                + " where id = ?",
            id);
  }

  /** What other modules need to know of these customers, in one query. */
  List<CustomerRef> refs(Collection<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : em.createQuery(REF + " where c.id in :ids", CustomerRef.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  /** Who each of these records has turned out to be, itself included, by the record's id. */
  Map<UUID, CustomerRef> servedUnder(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Map.of()
        : em.createQuery(
                "select r.id, c.id, c.number, c.name, c.homeBranch, c.identityStatus"
                    + " from Customer r join Customer c on c.id = coalesce(r.mergedInto, r.id)"
                    + " where r.id in :ids",
                Object[].class)
            .setParameter("ids", ids)
            .getResultStream()
            .collect(
                Collectors.toMap(
                    row -> (UUID) row[0],
                    row ->
                        new CustomerRef(
                            (UUID) row[1],
                            (String) row[2],
                            (String) row[3],
                            (String) row[4],
                            (IdentityStatus) row[5])));
  }

  /** The list; of one branch only when one is given. */
  public Page<CustomerSummary> page(PageRequest request, Optional<String> branch, ZoneId zone) {
    Listing<Customer> listing =
        Listing.of(Customer.class, Sort.descending("registeredAt"))
            .sort("registeredAt", "registeredAt")
            .sort("number", "number")
            .sort("name", "name")
            .filter("number", Filter.equal("number"))
            .filter("name", Filter.contains("name"))
            .filter("phone", Customers::hasPhone)
            .filter("residentId", Customers::hasResidentId)
            .filter("branch", Filter.equal("homeBranch"))
            .filter("identityStatus", Filter.oneOf("identityStatus", IdentityStatus.class))
            .filter("app", Customers::isKnownTo)
            .filter("alsoApp", Customers::isKnownTo)
            .filter("from", Filter.fromDay("registeredAt", zone))
            .filter("to", Filter.toDay("registeredAt", zone));
    branch.ifPresent(own -> listing.only(Filter.equal("homeBranch"), own));
    return listing.page(em, request, Customer::summary);
  }

  private Optional<Customer> findBy(String attribute, String value) {
    return em.createQuery("from Customer c where c." + attribute + " = :value", Customer.class)
        .setParameter("value", value)
        .getResultStream()
        .findFirst();
  }

  private static Predicate hasPhone(
      CriteriaBuilder cb, Root<Customer> root, String name, String text) {
    String phone =
        PhoneNumbers.toE164(text)
            .orElseThrow(
                () -> new HeyiException(PagingError.FILTER_VALUE, name, text, "+8613812345678"));
    return cb.equal(root.get("phone"), phone);
  }

  private static Predicate hasResidentId(
      CriteriaBuilder cb, Root<Customer> root, String name, String text) {
    ResidentId residentId =
        ResidentId.parse(text)
            .orElseThrow(() -> new HeyiException(PagingError.FILTER_VALUE, name, text, "GB 11643"));
    return cb.equal(root.get("residentId"), residentId.value());
  }

  private static Predicate isKnownTo(
      CriteriaBuilder cb, Root<Customer> root, String name, String app) {
    Path<String> apps = root.get("apps");
    return cb.greaterThan(cb.locate(apps, "," + app + ","), 0);
  }
}
