package com.heyi.winddown.internal;

import com.heyi.imports.ImportHandler;
import com.heyi.imports.ImportOutcome;
import com.heyi.imports.ImportRecord;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import com.heyi.winddown.WindDownError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/**
 * Takes over the orders of an app that ends which are paid and not shipped: a row for each line.
 * Whether a line can be delivered from here is decided when its customer is migrated.
 */
@ApplicationScoped
public class AppOrdersImport implements ImportHandler {
  private static final String ORDER = "order";
  private static final String SKU = "sku";
  private static final String QUANTITY = "quantity";
  private static final String POINTS = "points";
  private static final String MONEY = "money";
  private static final String EXPIRES = "pointsExpireOn";
  private static final int MOST_PIECES = 100_000;

  /** With the app's code before it, it must fit beside the orders of this mall. */
  private static final int LONGEST_NUMBER = 39;

  private static final int LONGEST_SKU = 40;

  private NamedHoldings holdings;
  private Clock clock;

  protected AppOrdersImport() {}

  @Inject
  public AppOrdersImport(NamedHoldings holdings, Clock clock) {
    this.holdings = holdings;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "app-orders";
  }

  @Override
  public List<String> columns() {
    return List.of(
        NamedHoldings.APP, NamedHoldings.ID, ORDER, SKU, QUANTITY, POINTS, MONEY, EXPIRES);
  }

  @Override
  public ImportOutcome load(List<ImportRecord> group) {
    return loadAll(List.of(group));
  }

  @Override
  public ImportOutcome loadAll(List<List<ImportRecord>> groups) {
    return holdings.take(groups, ORDER, this::read);
  }

  private Holding read(Plan plan, ImportRecord row) {
    String number = HandedOverRow.code(row, ORDER, LONGEST_NUMBER);
    Points points = isNothing(row, POINTS) ? Points.ZERO : HandedOverRow.points(row, POINTS);
    Money money = isNothing(row, MONEY) ? Money.zero(Money.CNY) : HandedOverRow.money(row, MONEY);
    if (points.isZero() && money.isZero()) {
      throw new HeyiException(WindDownError.ORDER_FREE, number);
    }
    return Holding.ofOrder(
        plan.id(),
        row.get(NamedHoldings.ID),
        number,
        new Holding.Pieces(
            HandedOverRow.code(row, SKU, LONGEST_SKU),
            HandedOverRow.number(row, QUANTITY, MOST_PIECES)),
        points,
        money,
        HandedOverRow.day(row, EXPIRES),
        clock.instant());
  }

  private static boolean isNothing(ImportRecord row, String column) {
    return row.isBlank(column) || row.get(column).matches("0+(\\.0{1,2})?");
  }
}
