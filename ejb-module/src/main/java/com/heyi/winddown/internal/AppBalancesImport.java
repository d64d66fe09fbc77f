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
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private static final String APP = FromAFrozenApp.APP;
  private static final String ID = FromAFrozenApp.ID;
  private static final String KIND = "kind";
  private static final String AMOUNT = "amount";
  private static final String EXPIRES = "expiresOn";

  private Plans plans;
  private FromAFrozenApp frozen;
  private Clock clock;

  protected AppBalancesImport() {}

  @Inject
  public AppBalancesImport(Plans plans, AppRegister apps, Clock clock) {
    this.plans = plans;
    this.frozen = new FromAFrozenApp(plans, apps);
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
    return frozen.take(groups, this::read, (plan, rows) -> new Balances(run, plan, rows));
  }

  /** The balances that other runs have loaded, of which each stands for one row of this one. */
  private final class Balances implements FromAFrozenApp.Shelf {
    private final UUID run;
    private final Map<String, List<Holding>> before;
    private final List<Holding> named = new ArrayList<>();

    Balances(UUID run, Plan plan, List<ImportRecord> rows) {
      this.run = run;
      this.before =
          plans
              .holdingsOfOtherRuns(
                  plan.id(), run, rows.stream().map(row -> row.get(ID)).collect(Collectors.toSet()))
              .stream()
              .collect(
                  Collectors.groupingBy(
                      Holding::externalId, Collectors.toCollection(ArrayList::new)));
    }

    @Override
    public ImportOutcome put(ImportRecord row, Holding said) {
      List<Holding> his = before.getOrDefault(said.externalId(), List.of());
      List<Holding> others = his.stream().filter(said::isAbout).toList();
      Optional<Holding> same = others.stream().filter(said::isAsMuchAs).findFirst();
      if (same.isPresent()) {
        his.remove(same.get());
        named.add(same.get());
        return ImportOutcome.unchanged(1);
      }
      if (!others.isEmpty()) {
        return ImportOutcome.rejected(
            row, WindDownError.BALANCE_DIFFERS.code(), row.get(ID), others.get(0).size());
      }
      plans.add(said);
      named.add(said);
      return ImportOutcome.loaded(1);
    }

    @Override
    public void done() {
      plans.handedOver(run, named);
    }
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
