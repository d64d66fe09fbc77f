package com.heyi.winddown.internal;

import com.heyi.accounts.AppRegister;
import com.heyi.imports.ImportOutcome;
import com.heyi.imports.ImportRecord;
import com.heyi.shared.error.HeyiException;
import com.heyi.winddown.WindDownError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Takes over what has a number of its own in an app that ends: lines of open orders, and coupons.
 * The same again is no change; the same number that says something else is a reject.
 */
@ApplicationScoped
public class NamedHoldings {
  static final String APP = "app";
  static final String ID = "externalId";

  private Plans plans;
  private AppRegister apps;

  protected NamedHoldings() {}

  @Inject
  public NamedHoldings(Plans plans, AppRegister apps) {
    this.plans = plans;
    this.apps = apps;
  }

  /**
   * Takes rows over.
   *
   * @param ref the column with the number
   * @param reader what a row says; throws {@link HandedOverRow.Unreadable}, or a {@link
   *     HeyiException} that says why it is not taken over
   */
  ImportOutcome take(
      List<List<ImportRecord>> groups, String ref, BiFunction<Plan, ImportRecord, Holding> reader) {
    Map<String, List<ImportRecord>> byApp =
        groups.stream().flatMap(List::stream).collect(Collectors.groupingBy(row -> row.get(APP)));
    return byApp.entrySet().stream()
        .map(app -> takeOf(app.getKey(), app.getValue(), ref, reader))
        .reduce(ImportOutcome.loaded(0), ImportOutcome::plus);
  }

  private ImportOutcome takeOf(
      String app,
      List<ImportRecord> rows,
      String ref,
      BiFunction<Plan, ImportRecord, Holding> reader) {
    Optional<Plan> plan = plans.holdFrozen(app);
    if (plan.isEmpty()) {
      return ImportOutcome.allRejected(rows, WindDownError.BALANCE_NOT_FROZEN.code(), app);
    }
    Set<String> known =
        apps.known(app, rows.stream().map(row -> row.get(ID)).collect(Collectors.toSet()));
    List<Holding> before =
        new ArrayList<>(
            plans.named(
                plan.get().id(),
                rows.stream().map(row -> row.get(ref)).collect(Collectors.toSet())));
    return rows.stream()
        .map(row -> take(plan.get(), row, known, before, reader))
        .reduce(ImportOutcome.loaded(0), ImportOutcome::plus);
  }

  private ImportOutcome take(
      Plan plan,
      ImportRecord row,
      Set<String> known,
      List<Holding> before,
      BiFunction<Plan, ImportRecord, Holding> reader) {
    if (!known.contains(row.get(ID))) {
      return ImportOutcome.rejected(
          row, WindDownError.BALANCE_UNKNOWN_IDENTITY.code(), plan.app(), row.get(ID));
    }
    Holding said;
    try {
      said = reader.apply(plan, row);
    } catch (HandedOverRow.Unreadable e) {
      return ImportOutcome.rejected(
          row, WindDownError.BALANCE_COLUMN.code(), e.column(), row.get(e.column()));
    } catch (HeyiException e) {
      return ImportOutcome.rejected(row, e.code(), e.args().toArray());
    }
    Optional<Holding> same = before.stream().filter(said::isNamedAs).findFirst();
    boolean ofAnother =
        before.stream()
            .anyMatch(
                other ->
                    other.kind() == said.kind()
                        && other.ref().equals(said.ref())
                        && !other.externalId().equals(said.externalId()));
    if (ofAnother || same.isPresent() && !said.saysTheSameAs(same.get())) {
      return ImportOutcome.rejected(
          row, WindDownError.NAMED_DIFFERS.code(), said.ref(), said.what());
    }
    if (same.isPresent()) {
      return ImportOutcome.unchanged(1);
    }
    plans.add(said);
    before.add(said);
    return ImportOutcome.loaded(1);
  }
}
