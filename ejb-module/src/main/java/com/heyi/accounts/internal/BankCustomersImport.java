package com.heyi.accounts.internal;

import com.heyi.accounts.CardProfileView;
import com.heyi.imports.ImportHandler;
import com.heyi.imports.ImportOutcome;
import com.heyi.imports.ImportRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes over the card centre's customers: one for each CLIENTNUM, unverified, with what the card
 * centre knew of him. A customer who is there already is compared and never overwritten.
 */
@ApplicationScoped
public class BankCustomersImport implements ImportHandler {
  private static final String APP = "CARD";

  private Registration registration;
  private Identities identities;
  private Accounts accounts;

  protected BankCustomersImport() {}

  @Inject
  public BankCustomersImport(Registration registration, Identities identities, Accounts accounts) {
    this.registration = registration;
    this.identities = identities;
    this.accounts = accounts;
  }

  @Override
  public String kind() {
    return "bank-customers";
  }

  @Override
  public List<String> columns() {
    return CardProfileReading.COLUMNS;
  }

  @Override
  public ImportOutcome load(List<ImportRecord> group) {
    return loadAll(List.of(group));
  }

  /** Looks up all customers of the rows at once, and lets the new ones be written in batches. */
  @Override
  public ImportOutcome loadAll(List<List<ImportRecord>> groups) {
    List<ImportRecord> rows = groups.stream().flatMap(List::stream).toList();
    // Held before looking: nobody may link one of these clients to somebody else meanwhile.
    identities.hold(APP);
    Set<String> clients =
        rows.stream().map(row -> row.get(CardProfileReading.CLIENT)).collect(Collectors.toSet());
    Map<String, Known> known = new HashMap<>(identities.known(APP, clients));
    List<CardProfile> profiles = new ArrayList<>();
    ImportOutcome outcome =
        rows.stream()
            .map(row -> load(row, known, profiles))
            .reduce(ImportOutcome.loaded(0), ImportOutcome::plus);
    // All customers before any figures: the mapper writes kind by kind, beginning with that of the
    // first row, and does not know that figures need their customer.
    accounts.flush();
    profiles.forEach(accounts::add);
    return outcome;
  }

  private ImportOutcome load(
      ImportRecord row, Map<String, Known> known, List<CardProfile> profiles) {
    try {
      String client = CardProfileReading.client(row);
      CardProfileView figures = CardProfileReading.figures(row);
      Known before = known.get(client);
      if (before == null) {
        Customer customer = registration.admit(new IdentityKey(APP, client));
        profiles.add(new CardProfile(customer.id(), figures));
        known.put(client, new Known(customer.id(), customer.number(), figures));
        return ImportOutcome.loaded(1);
      }
      if (before.figures() == null) {
        profiles.add(new CardProfile(before.customerId(), figures));
        known.put(client, new Known(before.customerId(), before.number(), figures));
        return ImportOutcome.loaded(1);
      }
      return before.figures().equals(figures)
          ? ImportOutcome.unchanged(1)
          : ImportOutcome.rejected(row, "card-profile.differs", client, before.number());
    } catch (CardProfileReading.Unfit unfit) {
      return ImportOutcome.rejected(row, "card-profile.column", unfit.args());
    }
  }
}
