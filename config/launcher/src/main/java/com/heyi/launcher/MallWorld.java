package com.heyi.launcher;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/**
 * Customers with points and a past, made by SQL, so that redemptions can be measured on ledgers of
 * any length. What is made fits the books: every entry is balanced, every lot and stock equals its
 * rows.
 */
final class MallWorld {
  /** Customers who redeem; each has one lot. */
  static final int CUSTOMERS = 10_000;

  /** Items that they choose from. */
  static final int ITEMS = 500;

  /** Points that each costs. */
  static final int PRICE = 10;

  private static final long GRANTED = 1_000_000_000L;
  private static final long STOCK = 1_000_000_000_000L;

  /** What the ids of the made rows begin with, by kind; below those of rows made now. */
  private static final String ID =
      "create function pg_temp.made(kind int, n bigint) returns uuid language sql immutable as"
          + " $$ select (lpad(to_hex(kind), 4, '0') || lpad(to_hex(n), 28, '0'))::uuid $$";

  private final Connection connection;
  private long perCustomer;

  /**
   * @param connection of a superuser, who may leave out the checks of each row
   */
  MallWorld(Connection connection) throws SQLException {
    this.connection = connection;
    execute(ID);
    execute("set session_replication_role = replica");
  }

  /** Id of a customer, from 1 on. */
  static UUID customer(int n) {
    return UUID.fromString("00010000-0000-0000-0000-%012x".formatted(n));
  }

  /** What an item is called, from 1 on. */
  static String sku(int n) {
    return "BENCH-" + n;
  }

  /** Ledger entries that there are. */
  long entries() {
    return perCustomer * CUSTOMERS;
  }

  /** Makes the customers, each with the grant that is his first entry, and the items. */
  void begin() throws SQLException {
    execute(
        "insert into accounts.customer (id, version, number, name, home_branch, identity_status,"
            + " registered_at) select pg_temp.made(1, n), 0, 'Z' || lpad(n::text, 9, '0'), '测试' ||"
            + " n, 'B0101', 'UNVERIFIED', now() from generate_series(1, ?) n",
        CUSTOMERS);
    execute(
        "insert into mall.item (id, sku, name, price, stock, status, version, created_at)"
            + " select pg_temp.made(2, n), 'BENCH-' || n, '商品 ' || n, ?, ?, 'ON_SALE', 0, now()"
            + " from generate_series(1, ?) n",
        PRICE,
        STOCK,
        ITEMS);
    execute(
        "insert into mall.stock_movement (item_id, kind, delta, reason, recorded_at, recorded_by)"
            + " select id, 'RECEIVED', stock, 'bench', now(), 'bench' from mall.item"
            + " where sku like 'BENCH-%'");
    execute(
        "insert into mall.points_account (customer_id, entries, opened_at)"
            + " select pg_temp.made(1, n), 1, now() from generate_series(1, ?) n",
        CUSTOMERS);
    execute(
        "insert into mall.lot (id, customer_id, source, granted, remaining, granted_on)"
            + " select pg_temp.made(3, n), pg_temp.made(1, n), 'GRANTED', ?, ?, current_date"
            + " from generate_series(1, ?) n",
        GRANTED,
        GRANTED,
        CUSTOMERS);
    execute(
        "insert into mall.ledger_entry (id, customer_id, entry_no, kind, amount, balance_after,"
            + " effective_on, recorded_at, recorded_by)"
            + " select pg_temp.made(4, n), pg_temp.made(1, n), 1, 'GRANT', ?, ?, current_date,"
            + " now(), 'bench' from generate_series(1, ?) n",
        GRANTED,
        GRANTED,
        CUSTOMERS);
    execute(
        "insert into mall.posting (entry_id, seq, account, lot_id, amount)"
            + " select pg_temp.made(4, n), s.seq, s.account, case s.seq when 1 then"
            + " pg_temp.made(3, n) end, case s.seq when 1 then ? else -? end"
            + " from generate_series(1, ?) n, (values (1, 'CUSTOMER'), (2, 'ISSUED')) as s (seq,"
            + " account)",
        GRANTED,
        GRANTED,
        CUSTOMERS);
    perCustomer = 1;
    settle();
  }

  /** Gives every customer redemptions until the ledger has about this many entries. */
  void grow(long entries) throws SQLException {
    long wanted = entries / CUSTOMERS;
    while (perCustomer < wanted) {
      // Some at a time, so that neither memory nor one transaction's log grows without bound.
      long more = Math.min(50, wanted - perCustomer);
      redemptions(perCustomer + 1, perCustomer + more);
      perCustomer += more;
    }
    settle();
  }

  /** The redemptions from the first to the last of each customer, as one would have left them. */
  private void redemptions(long first, long last) throws SQLException {
    long from = first * CUSTOMERS;
    long to = (last + 1) * CUSTOMERS - 1;
    String one = " from generate_series(?::bigint, ?) x";
    String customer = "x % " + CUSTOMERS + " + 1";
    String item = "x % " + ITEMS + " + 1";
    execute(
        "insert into mall.customer_order (id, number, customer_id, branch, status, total, returned,"
            + " placed_at, recorded_at, placed_by, version)"
            + " select pg_temp.made(5, x), 'B' || x, pg_temp.made(1, "
            + customer
            + "), 'B0101', 'PLACED', ?, 0, now() - interval '1 year', now(), 'bench', 0"
            + one,
        PRICE,
        from,
        to);
    execute(
        "insert into mall.order_line (id, order_id, line_no, item_id, sku, name, price, quantity,"
            + " cancelled) select pg_temp.made(6, x), pg_temp.made(5, x), 1, pg_temp.made(2, "
            + item
            + "), 'BENCH-' || ("
            + item
            + "), '商品 ' || ("
            + item
            + "), ?, 1, 0"
            + one,
        PRICE,
        from,
        to);
    // On top of what a customer has redeemed since by the application.
    execute(
        "insert into mall.ledger_entry (id, customer_id, entry_no, kind, amount, balance_after,"
            + " order_id, effective_on, recorded_at, recorded_by)"
            + " select pg_temp.made(7, x), a.customer_id, a.entries + x / "
            + CUSTOMERS
            + " - ?, 'REDEEM', -?, l.remaining - (x / "
            + CUSTOMERS
            + " - ?) * ?, pg_temp.made(5, x), current_date, now(), 'bench'"
            + one
            + " join mall.points_account a on a.customer_id = pg_temp.made(1, "
            + customer
            + ") join mall.lot l on l.id = pg_temp.made(3, "
            + customer
            + ")",
        first - 1,
        PRICE,
        first - 1,
        PRICE,
        from,
        to);
    execute(
        "insert into mall.posting (entry_id, seq, account, lot_id, order_line_id, amount) select"
            + " pg_temp.made(7, x), s.seq, s.account, case s.seq when 1 then pg_temp.made(3, "
            + customer
            + ") end, case s.seq when 1 then pg_temp.made(6, x) end, case s.seq when 1 then -? else"
            + " ? end from generate_series(?::bigint, ?) x, (values (1, 'CUSTOMER'), (2,"
            + " 'REDEEMED')) as s (seq, account)",
        PRICE,
        PRICE,
        from,
        to);
    execute(
        "insert into mall.stock_movement (item_id, kind, delta, order_line_id, recorded_at,"
            + " recorded_by) select pg_temp.made(2, "
            + item
            + "), 'REDEEMED', -1, pg_temp.made(6, x), now(), 'bench'"
            + one,
        from,
        to);
    long made = last - first + 1;
    execute("update mall.points_account set entries = entries + ?", made);
    execute("update mall.lot set remaining = remaining - ?", made * PRICE);
    execute(
        "update mall.item set stock = stock - ? where sku like 'BENCH-%'",
        made * CUSTOMERS / ITEMS);
  }

  /** As an autovacuum would leave it, so that none begins while something is measured. */
  private void settle() throws SQLException {
    for (String table :
        List.of(
            "accounts.customer",
            "mall.item",
            "mall.stock_movement",
            "mall.points_account",
            "mall.lot",
            "mall.ledger_entry",
            "mall.posting",
            "mall.customer_order",
            "mall.order_line")) {
      execute("vacuum (analyze) " + table);
    }
    execute("checkpoint");
  }

  private void execute(String sql, Object... values) throws SQLException {
    if (values.length == 0) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    }
  }
}
