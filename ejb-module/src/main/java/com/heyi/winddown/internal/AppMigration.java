package com.heyi.winddown.internal;

import com.heyi.accounts.AppRegister;
import com.heyi.accounts.AppStatus;
import com.heyi.imports.CustomerBatch;
import com.heyi.imports.ImportOutcome;
import com.heyi.imports.ImportRecord;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.value.Ids;
import com.heyi.winddown.PlanStatus;
import com.heyi.winddown.WindDownError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The batch that migrates an app's customers. Whoever has his proof is left alone, so a list may be
 * worked off twice.
 */
@ApplicationScoped
public class AppMigration extends CustomerBatch {
  static final String KIND = "app-migration";
  private static final String PLAN = "plan";

  private Plans plans;
  private AppRegister apps;
  private MigratesACustomer migrates;

  protected AppMigration() {
    super(KIND, PLAN);
  }

  @Inject
  public AppMigration(Plans plans, AppRegister apps, MigratesACustomer migrates) {
    this();
    this.plans = plans;
    this.apps = apps;
    this.migrates = migrates;
  }

  /** The list that the batch works off. */
  static Iterator<String> list(UUID plan, Iterator<UUID> customers) {
    return list(PLAN, plan, customers);
  }

  @Override
  protected ImportOutcome work(String planId, List<ImportRecord> rows) {
    Optional<Plan> plan =
        Ids.find(planId)
            .flatMap(plans::steady)
            .filter(found -> found.status() == PlanStatus.MIGRATING);
    if (plan.isEmpty()) {
      return ImportOutcome.allRejected(rows, WindDownError.MIGRATION_NOT_ON.code());
    }
    Map<ImportRecord, UUID> customers = new HashMap<>();
    rows.forEach(row -> customer(row).ifPresent(id -> customers.put(row, id)));
    Set<UUID> asked = new HashSet<>(customers.values());
    // One batch at a time for an app, so that what is looked up here stays true to the commit.
    apps.hold(plan.get().app());
    if (apps.hold(plan.get().into()).status() != AppStatus.ACTIVE) {
      return ImportOutcome.allRejected(rows, WindDownError.INTO_UNFIT.code(), plan.get().into());
    }
    Set<UUID> done = plans.migrated(plan.get().id(), asked);
    Map<UUID, Set<String>> identities = apps.identities(plan.get().app(), asked);
    Map<String, List<Holding>> held =
        plans
            .unmoved(plan.get().id(), identities.values().stream().flatMap(Set::stream).toList())
            .stream()
            .collect(Collectors.groupingBy(Holding::externalId));
    ImportOutcome outcome = ImportOutcome.loaded(0);
    List<MigratesACustomer.Moving> moving = new ArrayList<>();
    for (ImportRecord row : rows) {
      outcome = outcome.plus(admit(row, customers.get(row), done, identities, held, moving));
    }
    migrates.write(plan.get(), migrates.migrate(plan.get(), moving));
    return outcome;
  }

  private ImportOutcome admit(
      ImportRecord row,
      UUID customer,
      Set<UUID> done,
      Map<UUID, Set<String>> identities,
      Map<String, List<Holding>> held,
      List<MigratesACustomer.Moving> moving) {
    if (customer == null || !identities.containsKey(customer)) {
      return ImportOutcome.rejected(row, WindDownError.MIGRATION_LINE.code());
    }
    if (done.contains(customer)) {
      return ImportOutcome.unchanged(1);
    }
    List<Holding> his =
        identities.get(customer).stream()
            .flatMap(id -> held.getOrDefault(id, List.of()).stream())
            .toList();
    try {
      moving.add(new MigratesACustomer.Moving(migrates.admit(customer), his));
    } catch (HeyiException e) {
      // Nothing of him was written yet, so the others of the slice may go on.
      return ImportOutcome.rejected(row, e.code(), e.args().toArray());
    }
    done.add(customer);
    return ImportOutcome.loaded(1);
  }
}
