package com.heyi.winddown.internal;

import com.heyi.accounts.AppRegister;
import com.heyi.imports.ImportHandler;
import com.heyi.imports.ImportOutcome;
import com.heyi.imports.ImportRecord;
import com.heyi.shared.value.Ids;
import com.heyi.winddown.WindDownError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Takes over what an app that ends owes its customers: a row for each lot of points with its last
 * day, and one for stored money. Only of an app that is frozen, for until then its balances move.
 *
 * <p>A lot has no id. So each row of a file stands for a balance of its own: for one that an
 * earlier run loaded and no row of this run stands for yet, else for a new one.
 */
@ApplicationScoped
public class AppBalancesImport implements ImportHandler {
  private static final String APP = "app";
  private static final String ID = "externalId";
  private static final String KIND = "kind";
  private static final String AMOUNT = "amount";
  private static final String EXPIRES = "expiresOn";

  private Plans plans;
  private AppRegister apps;
  private Clock clock;

  protected AppBalancesImport() {}

  @Inject
  public AppBalancesImport(Plans plans, AppRegister apps, Clock clock) {
    this.plans = plans;
    this.apps = apps;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "app-balances";
  }

  @Override
  public List<String> columns() {
    return List.of(APP, ID, KIND, AMOUNT, EXPIRES);
  }

  @Override
  public ImportOutcome load(List<ImportRecord> group) {
    return loadAll(List.of(group));
  }

  @Override
  public ImportOutcome loadAll(List<List<ImportRecord>> groups) {
    return loadAll(Ids.next(), groups);
  }

  @Override
  public ImportOutcome loadAll(UUID run, List<List<ImportRecord>> groups) {
    Map<String, List<ImportRecord>> byApp =
        groups.stream().flatMap(List::stream).collect(Collectors.groupingBy(row -> row.get(APP)));
    return byApp.entrySet().stream()
        .map(app -> loadOf(run, app.getKey(), app.getValue()))
        .reduce(ImportOutcome.loaded(0), ImportOutcome::plus);
  }

  private ImportOutcome loadOf(UUID run, String app, List<ImportRecord> rows) {
    Optional<Plan> plan = plans.holdFrozen(app);
    if (plan.isEmpty()) {
      return ImportOutcome.allRejected(rows, WindDownError.BALANCE_NOT_FROZEN.code(), app);
    }
    Set<String> ids = rows.stream().map(row -> row.get(ID)).collect(Collectors.toSet());
    Set<String> known = apps.known(app, ids);
    Map<String, List<Holding>> before = new HashMap<>();
    plans
        .holdingsOfOtherRuns(plan.get().id(), run, ids)
        .forEach(
            held -> before.computeIfAbsent(held.externalId(), id -> new ArrayList<>()).add(held));
    List<Holding> named = new ArrayList<>();
    ImportOutcome outcome =
        rows.stream()
            .map(row -> load(plan.get(), row, known, before, named))
            .reduce(ImportOutcome.loaded(0), ImportOutcome::plus);
    plans.handedOver(run, named);
    return outcome;
  }

  private ImportOutcome load(
      Plan plan,
      ImportRecord row,
      Set<String> known,
      Map<String, List<Holding>> before,
      List<Holding> named) {
    String id = row.get(ID);
    if (!known.contains(id)) {
      return ImportOutcome.rejected(
          row, WindDownError.BALANCE_UNKNOWN_IDENTITY.code(), plan.app(), id);
    }
    Holding held;
    try {
      held = read(plan, row);
    } catch (HandedOverRow.Unreadable e) {
      return ImportOutcome.rejected(
          row, WindDownError.BALANCE_COLUMN.code(), e.column(), row.get(e.column()));
    }
    List<Holding> others =
        before.getOrDefault(id, List.of()).stream().filter(held::isAbout).toList();
    Optional<Holding> same = others.stream().filter(held::isAsMuchAs).findFirst();
    if (same.isPresent()) {
      before.get(id).remove(same.get());
      named.add(same.get());
      return ImportOutcome.unchanged(1);
    }
    if (!others.isEmpty()) {
      return ImportOutcome.rejected(
          row, WindDownError.BALANCE_DIFFERS.code(), id, others.get(0).size());
    }
    plans.add(held);
    named.add(held);
    return ImportOutcome.loaded(1);
  }

  private Holding read(Plan plan, ImportRecord row) {
    return switch (row.get(KIND)) {
      case "POINTS" ->
          Holding.ofPoints(
              plan.id(),
              row.get(ID),
              HandedOverRow.points(row, AMOUNT),
              HandedOverRow.day(row, EXPIRES),
              clock.instant());
      case "MONEY" -> {
        if (!row.isBlank(EXPIRES)) {
          throw new HandedOverRow.Unreadable(EXPIRES);
        }
        yield Holding.ofMoney(
            plan.id(), row.get(ID), HandedOverRow.money(row, AMOUNT), clock.instant());
      }
      default -> throw new HandedOverRow.Unreadable(KIND);
    };
  }
}
