package com.heyi.testing;

import java.util.UUID;

/** Goods and points made over REST. */
public final class Mall {
  public static final String ORDERS = "/api/v1/mall/orders";
  public static final String ITEMS = "/api/v1/mall/items";

  private Mall() {}

  /** A new item on sale; answers its sku. */
  public static String itemOnSale(long price, long stock) {
    String sku = "T" + UUID.randomUUID().toString().substring(0, 12).toUpperCase();
    Answer made =
        Callers.admin()
            .post(
                ITEMS,
                "{\"sku\": \"%s\", \"name\": \"测试商品 %s\", \"price\": %d, \"stock\": %d}"
                    .formatted(sku, sku, price, stock));
    expect(made, 201);
    return sku;
  }

  /** Pieces in stock. */
  public static long stockOf(String sku) {
    Answer found = Callers.admin().get(ITEMS + "?sku=" + sku);
    return found.json().path("items").get(0).path("stock").asLong();
  }

  public static void grant(Customers.Registered customer, long points) {
    Answer granted =
        Callers.operator()
            .post(
                customer.path() + "/points/grants",
                "{\"points\": %d, \"reason\": \"开户礼\"}".formatted(points));
    Approvals.settled(granted);
  }

  public static long pointsOf(Customers.Registered customer) {
    return Callers.operator().get(customer.path() + "/points").json().path("usable").asLong();
  }

  /** The body of an order of one line. */
  public static String order(Customers.Registered customer, String sku, long quantity) {
    return """
    {"customerId": "%s", "lines": [{"sku": "%s", "quantity": %d}]}
    """
        .formatted(customer.id(), sku, quantity);
  }

  /** An order of one line, placed by an operator. */
  public static Answer placed(Customers.Registered customer, String sku, long quantity) {
    Answer placed = Callers.operator().post(ORDERS, order(customer, sku, quantity));
    expect(placed, 201);
    return placed;
  }

  private static void expect(Answer answer, int status) {
    if (answer.status() != status) {
      throw new AssertionError(answer.toString());
    }
  }
}
