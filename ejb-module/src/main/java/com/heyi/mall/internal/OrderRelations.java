package com.heyi.mall.internal;

import com.heyi.shared.history.Relations;
import com.heyi.shared.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Orders and returns are known by their numbers, items by their code; orders, returns, checkouts
 * and holds belong to customers, and what became of an order to the order.
 */
@ApplicationScoped
public class OrderRelations implements Relations {
  private static final String OF_CUSTOMER =
      "select target from (select 'order:' || id as target, placed_at as at"
          + " from mall.customer_order where customer_id = ?"
          + " union all select 'return:' || id, requested_at from mall.goods_return"
          + " where customer_id = ?"
          + " union all select 'checkout:' || id, begun_at from mall.checkout where customer_id = ?"
          + " union all select 'hold:' || id, placed_at from mall.hold where customer_id = ?"
          + " union all select 'review:' || id, written_at from mall.review where customer_id = ?)"
          + " each"
          + " order by at desc, target limit "
          + MOST;
  private static final String OF_ORDER =
      "select target from (select 'return:' || id as target, requested_at as at"
          + " from mall.goods_return where order_id = ?"
          + " union all select 'checkout:' || id, begun_at from mall.checkout where order_id = ?)"
          + " each order by at desc, target limit "
          + MOST;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected OrderRelations() {}

  OrderRelations(EntityManager em) {
    this.em = em;
  }

  @Override
  public Optional<String> find(String number) {
    return target("select 'order:' || id from mall.customer_order where number = ?", number)
        .or(() -> target("select 'return:' || id from mall.goods_return where number = ?", number))
        .or(() -> target("select 'item:' || id from mall.item where sku = ?", number));
  }

  private Optional<String> target(String query, String number) {
    return new Sql(em).one(row -> row.getString(1), query, number);
  }

  @Override
  public Set<String> belongingTo(String target) {
    Optional<UUID> customer = Relations.idIn(target, "customer");
    if (customer.isPresent()) {
      UUID id = customer.get();
      return targets(OF_CUSTOMER, id, id, id, id, id);
    }
    return Relations.idIn(target, "order").map(id -> targets(OF_ORDER, id, id)).orElse(Set.of());
  }

  private Set<String> targets(String query, Object... ids) {
    List<String> found = new Sql(em).list(row -> row.getString(1), query, ids);
    return new LinkedHashSet<>(found);
  }
}
