package com.heyi.accounts.internal;

import com.heyi.imports.ImportHandler;
import com.heyi.imports.ImportOutcome;
import com.heyi.imports.ImportRecord;
import com.heyi.shared.error.HeyiException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes over the customers of an app with what it knows of them. Who shows a resident ID that is
 * registered, or that another app's customer showed, is linked to that customer; everybody else is
 * admitted, unverified, and whoever he may be is suggested to a person. Nobody is united by a
 * score.
 */
@ApplicationScoped
public class AppCustomersImport implements ImportHandler {
  private static final String APP = "app";
  private static final String ID = "externalId";
  private static final String RESIDENT_ID = "residentId";
  private static final String NAME = "name";
  private static final String PHONE = "phone";
  private static final String BIRTH_DATE = "birthDate";
  private static final String ADDRESS = "address";
  private static final int LONGEST_ID = 100;
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_ADDRESS = 200;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Registration registration;
  @Inject private Customers customers;
  @Inject private Identities identities;
  @Inject private Claims claims;
  @Inject private Matches matches;
  @Inject private Clock clock;

  protected AppCustomersImport() {}

  public AppCustomersImport(
      EntityManager em,
      Registration registration,
      Customers customers,
      Identities identities,
      Claims claims,
      Matches matches,
      Clock clock) {
    this.em = em;
    this.registration = registration;
    this.customers = customers;
    this.identities = identities;
    this.claims = claims;
    this.matches = matches;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "app-customers";
  }

  @Override
  public List<String> columns() {
    return List.of(APP, ID, RESIDENT_ID, NAME, PHONE, BIRTH_DATE, ADDRESS);
  }

  @Override
  public ImportOutcome load(List<ImportRecord> group) {
    return loadAll(List.of(group));
  }

  /** Nobody registers or brings one of these resident IDs between looking for it and taking it. */
  @Override
  public ImportOutcome loadAll(List<List<ImportRecord>> groups) {
    List<ImportRecord> rows = groups.stream().flatMap(List::stream).toList();
    customers.awaitTurns(
        rows.stream()
            .flatMap(row -> ResidentId.parse(row.get(RESIDENT_ID)).stream())
            .map(ResidentId::value)
            .toList());
    return rows.stream().map(this::load).reduce(ImportOutcome.loaded(0), ImportOutcome::plus);
  }

  private ImportOutcome load(ImportRecord row) {
    if (row.isBlank(ID) || row.get(ID).length() > LONGEST_ID) {
      return unreadable(row, ID);
    }
    Optional<ResidentId> residentId = ResidentId.parse(row.get(RESIDENT_ID));
    if (!row.isBlank(RESIDENT_ID) && residentId.isEmpty()) {
      return unreadable(row, RESIDENT_ID);
    }
    Optional<String> phone = PhoneNumbers.toE164(row.get(PHONE));
    if (!row.isBlank(PHONE) && phone.isEmpty()) {
      return unreadable(row, PHONE);
    }
    if (row.get(NAME).length() > LONGEST_NAME) {
      return unreadable(row, NAME);
    }
    if (row.get(ADDRESS).length() > LONGEST_ADDRESS) {
      return unreadable(row, ADDRESS);
    }
    LocalDate birthDate;
    try {
      birthDate = row.isBlank(BIRTH_DATE) ? null : LocalDate.parse(row.get(BIRTH_DATE));
    } catch (DateTimeParseException e) {
      return unreadable(row, BIRTH_DATE);
    }
    IdentityKey key = new IdentityKey(row.get(APP), row.get(ID));
    Claim claim =
        new Claim(
            residentId.map(ResidentId::value).orElse(null),
            row.isBlank(NAME) ? null : PersonNames.normalised(row.get(NAME)),
            phone.orElse(null),
            birthDate,
            row.isBlank(ADDRESS) ? null : row.get(ADDRESS));
    try {
      return take(key, residentId, claim);
    } catch (HeyiException e) {
      // The app is unknown or takes nobody: refused before anything was written.
      return ImportOutcome.rejected(row, e.code(), e.args().toArray());
    }
  }

  private ImportOutcome take(IdentityKey key, Optional<ResidentId> residentId, Claim claim) {
    App app = identities.hold(key.app());
    if (identities.find(key).isPresent()) {
      return ImportOutcome.unchanged(1);
    }
    OnlyAnActiveAppTakesNewIdentities.check(app.code(), app.status());
    Optional<UUID> known =
        residentId
            .flatMap(customers::findByResidentId)
            .map(Customer::id)
            .or(() -> residentId.map(ResidentId::value).flatMap(claims::whoShowed));
    if (known.isPresent()) {
      identities.add(new Identity(key, known.get(), clock.instant()));
      return ImportOutcome.loaded(1);
    }
    Customer customer = registration.admit(key);
    em.flush();
    claims.keep(key, claim, clock.instant());
    matches.suggest(customer.id(), claim);
    return ImportOutcome.loaded(1);
  }

  private static ImportOutcome unreadable(ImportRecord row, String column) {
    return ImportOutcome.rejected(row, "app-customer.column", column);
  }
}
