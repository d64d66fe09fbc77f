package com.heyi.winddown.internal;

import com.heyi.accounts.AppRegister;
import com.heyi.imports.ImportOutcome;
import com.heyi.imports.ImportRecord;
import com.heyi.winddown.WindDownError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Takes over what has a number of its own in an app that ends: lines of open orders, and coupons.
 * The same again is no change; the same number that says something else is a reject.
 */
@ApplicationScoped
public class NamedHoldings {
  static final String APP = FromAFrozenApp.APP;
  static final String ID = FromAFrozenApp.ID;

  private Plans plans;
  private FromAFrozenApp frozen;

  protected NamedHoldings() {}

  @Inject
  public NamedHoldings(Plans plans, AppRegister apps) {
    this.plans = plans;
    this.frozen = new FromAFrozenApp(plans, apps);
  }

  /**
   * Takes rows over.
   *
   * @param ref the column with the number
   * @param reader as in {@link FromAFrozenApp#take}
   */
  ImportOutcome take(
      List<List<ImportRecord>> groups, String ref, BiFunction<Plan, ImportRecord, Holding> reader) {
    return frozen.take(groups, reader, (plan, rows) -> shelf(plan, rows, ref));
  }

  private FromAFrozenApp.Shelf shelf(Plan plan, List<ImportRecord> rows, String ref) {
    List<Holding> before =
        new ArrayList<>(
            plans.named(
                plan.id(), rows.stream().map(row -> row.get(ref)).collect(Collectors.toSet())));
    return (row, said) -> put(row, said, before);
  }

  private ImportOutcome put(ImportRecord row, Holding said, List<Holding> before) {
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
