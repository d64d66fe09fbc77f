package com.heyi.mall.internal;

import com.heyi.mall.PriceReduction;
import com.heyi.shared.persistence.Sql;
import com.heyi.shared.value.Points;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Whoever has all of a bundle in his basket pays less for it, however it came there. A piece counts
 * for one bundle; the bundle that takes most off comes first. What is taken off is spread over its
 * items by what they cost, so that a line that is given back gives back its part.
 */
@ApplicationScoped
public class BundleReduction implements PriceReduction {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected BundleReduction() {}

  BundleReduction(EntityManager em) {
    this.em = em;
  }

  /**
   * A bundle that is whole in the basket.
   *
   * @param pieces for one bundle, by item
   */
  private record Whole(long reduced, Map<UUID, Long> pieces) {}

  private record Part(UUID bundle, long reduced, UUID item, long quantity) {}

  @Override
  public Turn turn() {
    return Turn.GOODS;
  }

  @Override
  public List<Off> reduce(Basket basket) {
    Map<UUID, Line> lines = new LinkedHashMap<>();
    basket.lines().forEach(line -> lines.putIfAbsent(line.itemId(), line));
    Map<UUID, Long> left = new LinkedHashMap<>();
    lines.forEach((item, line) -> left.put(item, line.quantity()));
    List<Off> off = new ArrayList<>();
    for (Whole bundle : whole(lines)) {
      long times =
          bundle.pieces().entrySet().stream()
              .mapToLong(piece -> left.get(piece.getKey()) / piece.getValue())
              .min()
              .orElse(0);
      if (times > 0) {
        bundle.pieces().forEach((item, one) -> left.merge(item, -one * times, Long::sum));
        off.addAll(spread(bundle, times, lines));
      }
    }
    return off;
  }

  private List<Whole> whole(Map<UUID, Line> lines) {
    Object items = lines.keySet().toArray(UUID[]::new);
    Map<UUID, Whole> found = new LinkedHashMap<>();
    List<Part> parts =
        new Sql(em)
            .list(
                row ->
                    new Part(
                        Sql.uuid(row, "id"),
                        row.getLong("reduced"),
                        Sql.uuid(row, "item_id"),
                        row.getLong("quantity")),
                "select b.id, b.reduced, l.item_id, l.quantity from mall.bundle b"
                    + " join mall.bundle_line l on l.bundle_id = b.id"
                    + " where b.on_sale and b.reduced > 0"
                    + " and b.id in (select bundle_id from mall.bundle_line where item_id = any(?))"
                    + " and not exists (select from mall.bundle_line m where m.bundle_id = b.id"
                    + " and m.item_id <> all(?))"
                    + " order by b.reduced desc, b.code, l.item_id",
                items,
                items);
    for (Part part : parts) {
      found
          .computeIfAbsent(part.bundle(), id -> new Whole(part.reduced(), new LinkedHashMap<>()))
          .pieces()
          .put(part.item(), part.quantity());
    }
    return List.copyOf(found.values());
  }

  /** By running totals, so that the parts come to the whole and none is more than its line. */
  private static List<Off> spread(Whole bundle, long times, Map<UUID, Line> lines) {
    Map<Line, BigInteger> worth = new LinkedHashMap<>();
    BigInteger whole = BigInteger.ZERO;
    for (Map.Entry<UUID, Long> piece : bundle.pieces().entrySet()) {
      Line line = lines.get(piece.getKey());
      BigInteger costs =
          BigInteger.valueOf(line.price().amount())
              .multiply(BigInteger.valueOf(piece.getValue()))
              .multiply(BigInteger.valueOf(times));
      worth.put(line, costs);
      whole = whole.add(costs);
    }
    BigInteger less = BigInteger.valueOf(bundle.reduced()).multiply(BigInteger.valueOf(times));
    less = less.min(whole);
    List<Off> off = new ArrayList<>();
    BigInteger running = BigInteger.ZERO;
    BigInteger given = BigInteger.ZERO;
    for (Map.Entry<Line, BigInteger> part : worth.entrySet()) {
      running = running.add(part.getValue());
      BigInteger due = whole.signum() == 0 ? given : less.multiply(running).divide(whole);
      off.add(new Off(part.getKey().no(), Points.of(due.subtract(given).longValueExact())));
      given = due;
    }
    return off;
  }

  @Override
  public void confirmed(UUID checkoutId, UUID orderId) {
    // Nothing is set aside for a bundle but its pieces, which the order has.
  }

  @Override
  public void released(UUID checkoutId) {
    // Nothing is set aside for a bundle but its pieces, which go back by themselves.
  }
}
