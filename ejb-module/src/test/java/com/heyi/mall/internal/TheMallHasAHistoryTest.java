package com.heyi.mall.internal;

import static com.heyi.mall.internal.MallFixture.line;
import static com.heyi.mall.internal.MallFixture.part;
import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.mall.ItemView;
import com.heyi.mall.OrderView;
import com.heyi.shared.facade.Change;
import com.heyi.shared.facade.Noted;
import com.heyi.shared.value.Points;
import com.heyi.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What is written in SQL is noted as what Hibernate writes is. */
class TheMallHasAHistoryTest {
  private final MallFixture mall = MallFixture.on(LocalDate.of(2026, 5, 4));

  @Test
  void anOrderIsNotedWithItsStockAndPoints() {
    UUID customer = MallFixture.newCustomer();
    ItemView item = mall.item(300, 10);
    mall.grant(customer, 1000, null);
    AtomicReference<OrderView> order = new AtomicReference<>();

    List<Change> changes =
        Noted.during("order.place", null, () -> order.set(mall.order(customer, line(item, 2))));

    String id = order.get().id().toString();
    assertThat(changes)
        .containsExactlyInAnyOrder(
            new Change("order", id, "status", null, "PLACED"),
            new Change("order", id, "total", null, "600"),
            new Change("order", id, "quantity." + item.sku(), null, "2"),
            new Change("customer", customer.toString(), "points", "1000", "400"),
            new Change("item", item.id().toString(), "stock", "10", "8"));
  }

  @Test
  void aCancellationIsNotedWithWhatItGivesBack() {
    UUID customer = MallFixture.newCustomer();
    ItemView item = mall.item(300, 10);
    mall.grant(customer, 1000, null);
    OrderView order = mall.order(customer, line(item, 3));

    List<Change> part =
        Noted.during("order.cancel", "r", () -> mall.cancel(order, part(order, 1, 1L)));
    List<Change> rest = Noted.during("order.cancel", "r", () -> mall.cancel(order));

    String id = order.id().toString();
    assertThat(part)
        .containsExactlyInAnyOrder(
            new Change("order", id, "status", "PLACED", "PARTLY_CANCELLED"),
            new Change("order", id, "returned", "0", "300"),
            new Change("order", id, "cancelled." + item.sku(), "0", "1"),
            new Change("customer", customer.toString(), "points", "100", "400"),
            new Change("item", item.id().toString(), "stock", "7", "8"));
    assertThat(rest)
        .contains(
            new Change("order", id, "status", "PARTLY_CANCELLED", "CANCELLED"),
            new Change("order", id, "returned", "300", "900"),
            new Change("order", id, "cancelled." + item.sku(), "1", "3"));
  }

  @Test
  void itemsTakenOverInBulkKeepTheirEarlierPrices() {
    String sku = "B-" + UUID.randomUUID();
    describe(sku, 100);
    describe(sku, 120);

    List<?> prices =
        TestDatabase.get()
            .inTransaction(
                em ->
                    em.createNativeQuery(
                            "select price from mall.item_history where sku = :sku"
                                + " order by revision",
                            Long.class)
                        .setParameter("sku", sku)
                        .getResultList());
    assertThat(prices).isEqualTo(List.of(100L, 120L));
  }

  private void describe(String sku, long price) {
    mall.in(
        parts -> {
          parts
              .catalogue()
              .describe(List.of(new Catalogue.Description(sku, "A mug", Points.of(price))));
          return sku;
        });
  }
}
