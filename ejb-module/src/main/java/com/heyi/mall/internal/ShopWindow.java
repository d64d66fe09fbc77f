package com.heyi.mall.internal;

import com.heyi.mall.Browse;
import com.heyi.mall.CategoryView;
import com.heyi.mall.MallError;
import com.heyi.mall.PublishedPictures;
import com.heyi.mall.Shelf;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.persistence.Sql;
import com.heyi.shared.value.Points;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Shows what is on sale, as a customer looks at it. Two queries, however much there is. */
@ApplicationScoped
public class ShopWindow {
  /** Where the ranges of prices end that are counted, in points. */
  private static final List<Long> BOUNDS = List.of(1_000L, 5_000L, 10_000L, 50_000L);

  /**
   * Every item on sale that fits. Only what counts and sorts; names are read for what is shown.
   *
   * <p>What stands alone is a thing by itself and is not grouped, which would cost more than all
   * the rest; only variants are, by their family. Either part reads the items for itself, which is
   * cheaper than keeping all of them; only what words have found is kept for both.
   */
  private static final String FITTING =
      "with priced as not materialized (select i.id, i.sku, i.stock, i.created_at, i.family_id,"
          + " c.path, %s as rank, "
          + LowestPriceThatHolds.COLUMNS
          + " from mall.item i left join mall.category c on c.id = i.category_id"
          + LowestPriceThatHolds.JOIN_MANY
          + "%s where i.status = 'ON_SALE'%s), fitting as %s (select * from priced where price"
          + " between ? and ? and (not ? or stock > 0))";

  private static final String BY_FAMILY = " where family_id is not null group by family_id";

  /** The things that fit, with what they are shown and sorted by. */
  private static final String TOLD =
      ", told as (select fitting.id as thing, fitting.id, sku, price, cash, offer_id, offer_label,"
          + " price as dearest, stock as pieces, 1::bigint as variants, fitting.rank as best,"
          + " created_at as newest, coalesce(s.orders, 0) as ordered"
          + " from fitting left join mall.item_sales s on s.item_id = fitting.id"
          + " where family_id is null union all select family_id, "
          + shown("id")
          + shown("sku")
          + shown("price")
          + shown("cash")
          + shown("offer_id")
          + shown("offer_label")
          + "max(price), sum(stock)::bigint, count(*), max(fitting.rank), max(created_at),"
          + " sum(coalesce(s.orders, 0))::bigint"
          + " from fitting left join mall.item_sales s on s.item_id = fitting.id"
          + BY_FAMILY
          + ")";

  /** The things that fit, with what they are counted by. */
  private static final String THINGS =
      ", things as (select price, stock > 0 as had, path from fitting where family_id is null"
          + " union all select min(price), bool_or(stock > 0), min(path) from fitting"
          + BY_FAMILY
          + ")";

  /** Of a family the variant that is shown: the cheapest that can be had. */
  private static String shown(String column) {
    return "(array_agg(" + column + " order by stock > 0 desc, cash, price, sku))[1], ";
  }

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;

  protected ShopWindow() {}

  ShopWindow(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
  }

  /**
   * @throws HeyiException {@link MallError#CATEGORY_UNKNOWN}
   */
  public Shelf show(Browse wish) {
    Narrowed narrowed = new Narrowed(wish, path(wish.category()));
    Counts counts = count(narrowed);
    return new Shelf(
        counts.total == 0 ? List.of() : things(narrowed),
        counts.total,
        counts.inStock,
        counts.categories,
        counts.prices);
  }

  private String path(String category) {
    if (category == null || category.isBlank()) {
      return "/";
    }
    return new Sql(em)
        .one(row -> row.getString(1), "select path from mall.category where code = ?", category)
        .orElseThrow(() -> new HeyiException(MallError.CATEGORY_UNKNOWN, category));
  }

  /** The wish as a query. */
  private final class Narrowed {
    private final Browse wish;
    private final String path;
    private final String sql;
    private final Object[] values;

    Narrowed(Browse wish, String path) {
      this.wish = wish;
      this.path = path;
      String words = ItemSearch.wanted(wish.text());
      StringBuilder joined = new StringBuilder();
      StringBuilder only = new StringBuilder();
      List<Object> more = new ArrayList<>();
      if (!words.isEmpty()) {
        joined.append(
            " join mall.item_words w on w.item_id = i.id, to_tsquery('simple', ?) as wanted");
        only.append(" and w.words @@ wanted");
        more.add(words);
      }
      if (!path.equals("/")) {
        only.append(" and c.path like ?");
        more.add(path.replace("_", "\\_") + "%");
      }
      more.add(wish.priceFrom() == null ? 0L : wish.priceFrom());
      more.add(wish.priceTo() == null ? Long.MAX_VALUE : wish.priceTo());
      more.add(wish.inStock());
      this.sql =
          words.isEmpty()
              ? FITTING.formatted("0", joined, only, "not materialized")
              : FITTING.formatted("ts_rank(w.words, wanted, 1)", joined, only, "materialized");
      String tier = wish.tier() == null || wish.tier().isBlank() ? null : wish.tier();
      this.values = new LowestPriceThatHolds.At(clock.instant(), tier).values(more.toArray());
    }

    Object[] and(Object... others) {
      Object[] all = Arrays.copyOf(values, values.length + others.length);
      System.arraycopy(others, 0, all, values.length, others.length);
      return all;
    }
  }

  private List<Shelf.Thing> things(Narrowed narrowed) {
    String order =
        switch (narrowed.wish.order()) {
          case BEST -> "best desc, ordered desc, sku";
          case CHEAPEST -> "cash, price, sku";
          case DEAREST -> "cash desc, price desc, sku";
          case NEWEST -> "newest desc, sku";
        };
    return new Sql(em)
        .list(
            ShopWindow::thing,
            narrowed.sql
                + TOLD
                + ", shown as (select * from told order by "
                + order
                + " limit ? offset ?)"
                + " select shown.*, i.price as ordinary, f.code as family,"
                + " coalesce(f.name, i.name) as name, c.code as category,"
                + " (select s.sha256 from mall.picture p"
                + " join mall.picture_size s on s.picture_id = p.id and s.size = 'MEDIUM'"
                + " where p.item_id = shown.id or p.item_id in"
                + " (select v.id from mall.item v where v.family_id = shown.thing)"
                + " order by p.item_id = shown.id desc, p.position, p.id limit 1) as picture"
                + " from shown join mall.item i on i.id = shown.id"
                + " left join mall.item_family f on f.id = i.family_id"
                + " left join mall.category c on c.id = i.category_id order by "
                + order,
            narrowed.and(narrowed.wish.limit(), narrowed.wish.from()));
  }

  private static Shelf.Thing thing(ResultSet row) throws SQLException {
    LowestPriceThatHolds cost = LowestPriceThatHolds.read(row);
    String picture = row.getString("picture");
    return new Shelf.Thing(
        Sql.uuid(row, "id"),
        row.getString("sku"),
        row.getString("family"),
        row.getString("name"),
        row.getString("category"),
        cost.price(),
        cost.cash(),
        Sql.points(row, "ordinary"),
        cost.offer(),
        Points.of(Math.max(row.getLong("dearest"), cost.price().amount())),
        row.getLong("pieces"),
        row.getLong("variants"),
        row.getLong("ordered"),
        picture == null ? null : PublishedPictures.PATH + picture);
  }

  private static final class Counts {
    private long total;
    private long inStock;
    private List<Shelf.CategoryCount> categories = List.of();
    private final List<Shelf.PriceRange> prices = new ArrayList<>();
  }

  private record Group(String path, int range, boolean had, long things) {}

  private Counts count(Narrowed narrowed) {
    List<Group> groups =
        new Sql(em)
            .list(
                row ->
                    new Group(
                        row.getString("path"),
                        row.getInt("range"),
                        row.getBoolean("had"),
                        row.getLong("things")),
                narrowed.sql
                    + THINGS
                    + " select path, width_bucket(price, ?) as range, had, count(*) as things"
                    + " from things group by 1, 2, 3",
                narrowed.and((Object) BOUNDS.toArray(Long[]::new)));
    Counts counts = new Counts();
    Map<String, Long> categories = new TreeMap<>();
    long[] ranges = new long[BOUNDS.size() + 1];
    int depth = CategoryView.codes(narrowed.path).size();
    for (Group group : groups) {
      counts.total += group.things();
      counts.inStock += group.had() ? group.things() : 0;
      ranges[group.range()] += group.things();
      List<String> codes = CategoryView.codes(group.path());
      if (codes.size() > depth) {
        categories.merge(codes.get(depth), group.things(), Long::sum);
      }
    }
    counts.categories =
        categories.entrySet().stream()
            .map(each -> new Shelf.CategoryCount(each.getKey(), each.getValue()))
            .toList();
    for (int range = 0; range < ranges.length; range++) {
      if (ranges[range] > 0) {
        counts.prices.add(
            new Shelf.PriceRange(
                range == 0 ? 0 : BOUNDS.get(range - 1),
                range == BOUNDS.size() ? null : BOUNDS.get(range) - 1,
                ranges[range]));
      }
    }
    return counts;
  }
}
