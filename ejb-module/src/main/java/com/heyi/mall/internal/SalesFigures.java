package com.heyi.mall.internal;

import com.heyi.mall.FoundItem;
import com.heyi.shared.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What orders say about items, computed from them as a whole: how often each is ordered, and which
 * stand in the same orders. What was cancelled or came back does not count. Orders of so many items
 * that their buyer deals in everything say nothing about what belongs together.
 */
@ApplicationScoped
public class SalesFigures {
  private static final int MOST_ITEMS_OF_AN_ORDER = 60;
  private static final int MOST_TOGETHER = 8;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;

  /** How many days of orders count; 0 for all there are. */
  @Inject
  @ConfigProperty(name = "heyi.mall.figures.days", defaultValue = "0")
  private int days;

  protected SalesFigures() {}

  SalesFigures(EntityManager em, Clock clock, int days) {
    this.em = em;
    this.clock = clock;
    this.days = days;
  }

  /**
   * Computes both from the orders of the period.
   *
   * @return how many items were ordered
   */
  public long compute() {
    Sql sql = new Sql(em);
    Instant now = clock.instant();
    // One who computes at the same moment waits here, and then computes the same again.
    sql.write("lock table mall.item_sales in share row exclusive mode");
    sql.write("delete from mall.bought_together");
    sql.write("delete from mall.item_sales");
    String kept =
        "with kept as (select o.id as order_id, l.item_id,"
            + " sum(l.quantity - l.cancelled - l.returned) as pieces"
            + " from mall.customer_order o join mall.order_line l on l.order_id = o.id"
            + " where o.placed_at > ? and o.placed_at <= ?"
            + " group by o.id, l.item_id having sum(l.quantity - l.cancelled - l.returned) > 0)";
    Instant from = days == 0 ? Instant.EPOCH : now.minus(Duration.ofDays(days));
    int items =
        sql.write(
            kept
                + " insert into mall.item_sales (item_id, orders, pieces, rank, computed_at)"
                + " select item_id, count(*), sum(pieces),"
                + " row_number() over (order by count(*) desc, sum(pieces) desc, item_id), ?"
                + " from kept group by item_id",
            from,
            now,
            now);
    sql.write(
        kept
            + ", small as (select order_id from kept group by order_id"
            + " having count(*) between 2 and ?),"
            + " pairs as (select a.item_id, b.item_id as with_item_id, count(*) as orders"
            + " from small s join kept a on a.order_id = s.order_id"
            + " join kept b on b.order_id = s.order_id and b.item_id <> a.item_id"
            + " group by a.item_id, b.item_id having count(*) > 1),"
            + " ranked as (select p.*, row_number() over (partition by item_id"
            + " order by orders desc, with_item_id) as place from pairs p)"
            + " insert into mall.bought_together (item_id, with_item_id, orders)"
            + " select item_id, with_item_id, orders from ranked where place <= ?",
        from,
        now,
        MOST_ITEMS_OF_AN_ORDER,
        MOST_TOGETHER);
    return items;
  }

  /** The items on sale that stood in most orders. */
  public List<FoundItem> bestSellers(int limit) {
    return new Sql(em)
        .list(
            SalesFigures::found,
            "select i.id, i.sku, i.name, i.price, i.stock, s.orders from mall.item_sales s"
                + " join mall.item i on i.id = s.item_id where i.status = 'ON_SALE'"
                + " order by s.rank limit ?",
            limit);
  }

  /** The items on sale that stood most often in one order with this one. */
  public List<FoundItem> boughtTogether(UUID itemId) {
    return new Sql(em)
        .list(
            SalesFigures::found,
            "select i.id, i.sku, i.name, i.price, i.stock, t.orders from mall.bought_together t"
                + " join mall.item i on i.id = t.with_item_id"
                + " where t.item_id = ? and i.status = 'ON_SALE' order by t.orders desc, i.sku",
            itemId);
  }

  static FoundItem found(ResultSet row) throws SQLException {
    return new FoundItem(
        Sql.uuid(row, "id"),
        row.getString("sku"),
        row.getString("name"),
        Sql.points(row, "price"),
        row.getLong("stock"),
        row.getLong("orders"));
  }
}
