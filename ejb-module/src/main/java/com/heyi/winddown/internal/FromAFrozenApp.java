package com.heyi.winddown.internal;

import com.heyi.accounts.AppRegister;
import com.heyi.imports.ImportOutcome;
import com.heyi.imports.ImportRecord;
import com.heyi.shared.error.HeyiException;
import com.heyi.winddown.WindDownError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Takes over what an app that ends hands over in a file. Only of an app that is frozen, for until
 * then what it says moves; and only of customers that it is known to have.
 */
final class FromAFrozenApp {
  static final String APP = "app";
  static final String ID = "externalId";

  private final Plans plans;
  private final AppRegister apps;

  FromAFrozenApp(Plans plans, AppRegister apps) {
    this.plans = plans;
    this.apps = apps;
  }

  /** What was taken over of an app before, beside which a row is put. */
  interface Shelf {
    /** Takes over what a row says, or finds it there. */
    ImportOutcome put(ImportRecord row, Holding said);

    /** All rows of the app have been put. */
    default void done() {}
  }

  /**
   * Takes rows over.
   *
   * @param reader what a row says; throws {@link HandedOverRow.Unreadable}, or a {@link
   *     HeyiException} that says why it is not taken over
   * @param shelves what was taken over before of the app that these rows are of
   */
  ImportOutcome take(
      List<List<ImportRecord>> groups,
      BiFunction<Plan, ImportRecord, Holding> reader,
      BiFunction<Plan, List<ImportRecord>, Shelf> shelves) {
    Map<String, List<ImportRecord>> byApp =
        groups.stream().flatMap(List::stream).collect(Collectors.groupingBy(row -> row.get(APP)));
    return byApp.entrySet().stream()
        .map(app -> takeOf(app.getKey(), app.getValue(), reader, shelves))
        .reduce(ImportOutcome.loaded(0), ImportOutcome::plus);
  }

  private ImportOutcome takeOf(
      String app,
      List<ImportRecord> rows,
      BiFunction<Plan, ImportRecord, Holding> reader,
      BiFunction<Plan, List<ImportRecord>, Shelf> shelves) {
    Optional<Plan> plan = plans.holdFrozen(app);
    if (plan.isEmpty()) {
      return ImportOutcome.allRejected(rows, WindDownError.BALANCE_NOT_FROZEN.code(), app);
    }
    Set<String> known =
        apps.known(app, rows.stream().map(row -> row.get(ID)).collect(Collectors.toSet()));
    Shelf shelf = shelves.apply(plan.get(), rows);
    ImportOutcome outcome = ImportOutcome.loaded(0);
    for (ImportRecord row : rows) {
      outcome =
          outcome.plus(
              known.contains(row.get(ID))
                  ? take(plan.get(), row, reader, shelf)
                  : ImportOutcome.rejected(
                      row, WindDownError.BALANCE_UNKNOWN_IDENTITY.code(), app, row.get(ID)));
    }
    shelf.done();
    return outcome;
  }

  private static ImportOutcome take(
      Plan plan, ImportRecord row, BiFunction<Plan, ImportRecord, Holding> reader, Shelf shelf) {
    Holding said;
    try {
      said = reader.apply(plan, row);
    } catch (HandedOverRow.Unreadable e) {
      return ImportOutcome.rejected(
          row, WindDownError.BALANCE_COLUMN.code(), e.column(), row.get(e.column()));
    } catch (HeyiException e) {
      return ImportOutcome.rejected(row, e.code(), e.args().toArray());
    }
    return shelf.put(row, said);
  }
}
