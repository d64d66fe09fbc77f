package com.heyi.accounts.internal;

import com.heyi.accounts.AccountView;
import com.heyi.accounts.AccountsError;
import com.heyi.accounts.CardProfileView;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.json.Json;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import com.heyi.shared.privacy.Person;
import com.heyi.shared.privacy.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the register holds about a customer: who he is, who knows him, his accounts. */
@ApplicationScoped
public class RegisterPersonalData implements PersonalData {
  private static final String IDENTITY_RECORDS = "identity-records";

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Customers customers;
  @Inject private CustomerViews views;
  @Inject private Clock clock;

  protected RegisterPersonalData() {}

  public RegisterPersonalData(
      EntityManager em, Customers customers, CustomerViews views, Clock clock) {
    this.em = em;
    this.customers = customers;
    this.views = views;
    this.clock = clock;
  }

  @Override
  public String holder() {
    return "accounts";
  }

  @Override
  public Set<String> marks(UUID customerId) {
    Customer customer = required(customerId);
    Set<String> marks = new LinkedHashSet<>(customer.marks());
    views.of(customer).identities().forEach(identity -> marks.add(identity.externalId()));
    views.of(customer).accounts().forEach(account -> marks.add(account.number()));
    documents(customerId).stream()
        .map(document -> document.text("number"))
        .filter(Objects::nonNull)
        .forEach(marks::add);
    return marks;
  }

  @Override
  public void export(Person person, Sections out) {
    Customer customer = required(person.customerId());
    out.add("customer", customer.told());
    var view = views.of(customer);
    view.identities()
        .forEach(
            identity -> {
              Map<String, Object> fields = new LinkedHashMap<>();
              fields.put("app", identity.app());
              fields.put("externalId", identity.externalId());
              fields.put("linkedAt", identity.linkedAt());
              out.add("identities", fields);
            });
    claims(customer.id()).forEach(claim -> out.add("toldByApps", claim.fields()));
    for (AccountView account : view.accounts()) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("number", account.number());
      fields.put("type", account.type());
      fields.put("currency", account.currency());
      fields.put("branch", account.branch());
      fields.put("status", account.status());
      fields.put("openedAt", account.openedAt());
      out.add("accounts", fields);
    }
    documents(customer.id()).forEach(document -> out.add("documents", document.fields()));
    CardProfileView card = view.cardProfile();
    if (card != null) {
      out.add("cardProfile", fields(card));
    }
  }

  private List<Row> documents(UUID customerId) {
    return NamedSql.rows(
            em,
            "select kind, number, expires_on as \"expiresOn\", recorded_at as \"recordedAt\""
                + " from accounts.customer_document where customer_id = :customer"
                + " order by recorded_at, id")
        .setParameter("customer", customerId)
        .getResultList();
  }

  private List<Row> claims(UUID customerId) {
    return NamedSql.rows(
            em,
            "select c.app_code as app, c.resident_id as \"residentId\", c.name, c.phone,"
                + " c.birth_date as \"birthDate\", c.address, c.taken_at as \"recordedAt\" from"
                + " accounts.app_claim c join accounts.identity i using (app_code, external_id)"
                + " where i.customer_id = :customer order by c.taken_at")
        .setParameter("customer", customerId)
        .getResultList();
  }

  @Override
  public List<Hindrance> hindrances(UUID customerId, Minimums minimums) {
    customers.awaitNobodyServes(customerId);
    Customer customer = customers.hold(customerId);
    if (customer.isErased()) {
      throw new HeyiException(AccountsError.CUSTOMER_ERASED, customer.number());
    }
    List<Hindrance> found = new ArrayList<>();
    customers
        .mergedInto(customerId)
        .forEach(
            other ->
                found.add(
                    new Hindrance(AccountsError.ERASURE_MERGED, List.of(other.number()), null)));
    if (customer.mergedInto() != null) {
      found.add(
          new Hindrance(
              AccountsError.ERASURE_MERGED,
              List.of(customers.find(customer.mergedInto()).orElseThrow().number()),
              null));
    }
    long open = count("status <> 'CLOSED'", customerId);
    if (open > 0) {
      found.add(new Hindrance(AccountsError.ERASURE_OPEN_ACCOUNTS, List.of(open), null));
    }
    lastClosed(customerId)
        .ifPresent(
            closed -> {
              LocalDate until = minimums.firstDayOver(IDENTITY_RECORDS, closed);
              if (until.isAfter(LocalDate.now(clock))) {
                found.add(new Hindrance(AccountsError.ERASURE_TOO_EARLY, List.of(until), until));
              }
            });
    return found;
  }

  /** The day on which the business with him ended; without any account there was none. */
  private Optional<LocalDate> lastClosed(UUID customerId) {
    return count("status = 'CLOSED'", customerId) == 0
        ? Optional.empty()
        // When it was closed is not known of every account: then the law counts from today.
        : NamedSql.values(
                em,
                "select max(coalesce(closed_at, :now)) from accounts.account"
                    + " where customer_id = :customer and status = 'CLOSED'",
                Instant.class)
            .setParameter("now", clock.instant())
            .setParameter("customer", customerId)
            .getResultStream()
            .map(at -> at.atZone(clock.getZone()).toLocalDate())
            .findFirst();
  }

  private long count(String which, UUID customerId) {
    return NamedSql.values(
            em,
            "select count(*) from accounts.account where customer_id = :customer and " + which,
            Long.class)
        .setParameter("customer", customerId)
        .getSingleResult();
  }

  @Override
  public long erase(Erasure erasure) {
    Customer customer = customers.hold(erasure.customerId());
    customer.requireVersion(erasure.version());
    customer.erase();
    em.flush();
    long touched = erasure.by(em, "accounts.erase_customer", "accounts.erase_documents");
    return touched + 1;
  }

  @Override
  public long remaining(Person person) {
    return person.count(
        em,
        "select (select count(*) from accounts.customer where id = :customer and"
            + " identity_status <> 'ERASED') + (select count(*) from accounts.identity"
            + " where customer_id = :customer) + (select count(*) from"
            + " accounts.customer_document where customer_id = :customer and number <> '—')"
            + " + (select count(*) from"
            + " accounts.card_profile where customer_id = :customer) + (select count(*)"
            + " from accounts.customer_history where id = :customer and"
            + " coalesce(resident_id, phone, address) is not null)");
  }

  private Customer required(UUID customerId) {
    return customers
        .find(customerId)
        .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, customerId));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> fields(CardProfileView card) {
    return (Map<String, Object>) Json.read(Json.write(card), Map.class);
  }
}
