package com.heyi.mall.internal;

import com.heyi.mall.AdjustStock;
import com.heyi.mall.CategoryView;
import com.heyi.mall.ChangeItem;
import com.heyi.mall.CreateItem;
import com.heyi.mall.CustomerTiers;
import com.heyi.mall.GrantPoints;
import com.heyi.mall.ItemStatus;
import com.heyi.mall.ItemView;
import com.heyi.mall.MallError;
import com.heyi.mall.SetPurchaseLimit;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.history.Revisions;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.Sort;
import com.heyi.shared.persistence.Filter;
import com.heyi.shared.persistence.Listing;
import com.heyi.shared.persistence.Sql;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Points;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Keeps the catalogue. */
@ApplicationScoped
public class Catalogue {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private Stock stock;
  @Inject private ItemSearch search;
  private Iterable<CustomerTiers> tiers;

  protected Catalogue() {}

  Catalogue(EntityManager em, Clock clock) {
    this(em, clock, List.of());
  }

  Catalogue(EntityManager em, Clock clock, Iterable<CustomerTiers> tiers) {
    this.em = em;
    this.clock = clock;
    this.tiers = tiers;
    this.stock = new Stock(em, clock);
    this.search = new ItemSearch(em);
  }

  @Inject
  void ask(@Any Instance<CustomerTiers> all) {
    tiers = all;
  }

  public Page<ItemView> page(PageRequest request) {
    return Listing.of(Item.class, Sort.ascending("sku"))
        .sort("sku", "sku")
        .sort("name", "name")
        .sort("price", "price")
        .sort("stock", "stock")
        .filter("sku", Filter.startsWith("sku"))
        .filter("name", Filter.contains("name"))
        .filter("category", Filter.equal("category"))
        .filter("family", Filter.equal("family"))
        .filter("status", Filter.oneOf("status", ItemStatus.class))
        .page(em, request, Item::view);
  }

  public ItemView view(UUID id) {
    return require(id).view();
  }

  /**
   * @throws HeyiException {@link MallError#ITEM_DUPLICATE}
   */
  public ItemView create(CreateItem command) {
    String sku = command.sku().strip();
    if (!bySku(List.of(sku)).isEmpty()) {
      throw new HeyiException(MallError.ITEM_DUPLICATE, sku);
    }
    requireCountable(command.price().amount());
    ChangeLog.weigh(command.stock());
    Item item = new Item(sku, command.name().strip(), command.price(), clock.instant());
    em.persist(item);
    em.flush();
    search.keep(item.id());
    if (command.stock() > 0) {
      stock.move(
          List.of(
              new Stock.Movement(
                  item.id(), Stock.Kind.RECEIVED, command.stock(), null, "opening stock")));
      em.refresh(item);
    }
    return item.view();
  }

  /**
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#VERSION_MOVED}
   */
  public ItemView change(ChangeItem command) {
    Item item = require(command.itemId());
    item.requireVersion(command.version());
    requireCountable(command.price().amount());
    ChangeLog.weigh(Math.abs(command.price().amount() - item.price().amount()));
    item.describe(command.name().strip(), command.price(), command.status());
    em.flush();
    search.keep(item.id());
    return item.view();
  }

  /**
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#VERSION_MOVED}, {@link
   *     MallError#STOCK_INSUFFICIENT}
   */
  public ItemView adjust(AdjustStock command) {
    Item item = require(command.itemId());
    item.requireVersion(command.version());
    ChangeLog.weigh(Math.abs(command.delta()));
    if (command.delta() == 0) {
      return item.view();
    }
    moveOn(item, command.version());
    Stock.Kind kind = command.delta() > 0 ? Stock.Kind.RECEIVED : Stock.Kind.WRITTEN_OFF;
    stock.move(
        List.of(new Stock.Movement(item.id(), kind, command.delta(), null, command.reason())));
    em.refresh(item);
    return item.view();
  }

  /** Gives the item its next version; of two who saw the same one, the second is refused. */
  private void moveOn(Item item, long seen) {
    int moved =
        new Sql(em)
            .write(
                "update mall.item set version = version + 1 where id = ? and version = ?",
                item.id(),
                seen);
    if (moved == 0) {
      em.refresh(item);
      item.requireVersion(seen);
    }
  }

  /** At what price a customer buys at a moment; null for what everybody pays. */
  LowestPriceThatHolds.At pricesFor(UUID customerId, Instant at) {
    String tier = null;
    if (customerId != null) {
      for (CustomerTiers known : tiers) {
        tier = known.tierOf(customerId).orElse(tier);
      }
    }
    return new LowestPriceThatHolds.At(at, tier);
  }

  /**
   * The items with these codes at everybody's prices, by code; unknown codes are left out. One
   * query for all.
   */
  Map<String, ItemRow> bySku(Collection<String> skus) {
    return bySku(skus, null);
  }

  /** The same at the prices that hold for a customer. */
  Map<String, ItemRow> bySku(Collection<String> skus, UUID customerId) {
    return bySku(skus, customerId, clock.instant());
  }

  /** The same at the prices that hold for him at another moment; his tier is that of now. */
  Map<String, ItemRow> bySku(Collection<String> skus, UUID customerId, Instant at) {
    return new Sql(em)
            .list(
                row ->
                    new ItemRow(
                        Sql.uuid(row, "id"),
                        row.getString("sku"),
                        row.getString("name"),
                        LowestPriceThatHolds.read(row),
                        row.getLong("stock"),
                        ItemStatus.valueOf(row.getString("status")),
                        CategoryView.codes(row.getString("path")),
                        limit(row)),
                "select i.id, i.sku, i.name, i.stock, i.status, c.path, l.pieces, l.days, "
                    + LowestPriceThatHolds.COLUMNS
                    + " from mall.item i left join mall.purchase_limit l on l.item_id = i.id"
                    + " left join mall.category c on c.id = i.category_id"
                    + LowestPriceThatHolds.JOIN
                    + " where i.sku = any(?)",
                pricesFor(customerId, at).values((Object) skus.toArray(String[]::new)))
            .stream()
            .collect(Collectors.toMap(ItemRow::sku, Function.identity()));
  }

  /** Of these codes those of categories. */
  Set<String> categoriesAmong(Collection<String> codes) {
    return Set.copyOf(
        new Sql(em)
            .list(
                row -> row.getString("code"),
                "select code from mall.category where code = any(?)",
                (Object) codes.toArray(String[]::new)));
  }

  /** How much one customer may order of these items; those without a limit are left out. */
  Map<UUID, PurchaseLimits.Limit> limits(Collection<UUID> items) {
    Map<UUID, PurchaseLimits.Limit> limits = new LinkedHashMap<>();
    new Sql(em)
        .list(
            row -> limits.put(Sql.uuid(row, "item_id"), limit(row)),
            "select l.item_id, i.sku, l.pieces, l.days from mall.purchase_limit l"
                + " join mall.item i on i.id = l.item_id where l.item_id = any(?)",
            (Object) Sql.uuids(items));
    return limits;
  }

  private static PurchaseLimits.Limit limit(ResultSet row) throws SQLException {
    Long pieces = row.getObject("pieces", Long.class);
    return pieces == null
        ? null
        : new PurchaseLimits.Limit(row.getString("sku"), pieces, row.getInt("days"));
  }

  /**
   * Sets or lifts the limit of what one customer may order.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#VERSION_MOVED}
   */
  public ItemView limit(SetPurchaseLimit command) {
    Item item = require(command.itemId());
    item.requireVersion(command.version());
    moveOn(item, command.version());
    Sql sql = new Sql(em);
    PurchaseLimits.Limit before = limits(List.of(item.id())).get(item.id());
    Integer days = command.pieces() == null ? null : command.days() == null ? 30 : command.days();
    if (command.pieces() == null) {
      sql.write("delete from mall.purchase_limit where item_id = ?", item.id());
    } else {
      sql.write(
          "insert into mall.purchase_limit (item_id, pieces, days) values (?, ?, ?)"
              + " on conflict (item_id) do update set pieces = excluded.pieces,"
              + " days = excluded.days",
          item.id(),
          command.pieces(),
          days);
    }
    ChangeLog.note(
        "item",
        item.id(),
        "limitPieces",
        before == null ? null : before.pieces(),
        command.pieces());
    ChangeLog.note("item", item.id(), "limitDays", before == null ? null : before.days(), days);
    em.refresh(item);
    return view(item.id());
  }

  /** What another shop's sales say of an item. */
  record Description(String sku, String name, Points price) {}

  /**
   * Takes over items from another shop: makes those that are new, without stock, and describes the
   * others anew. What has no price yet is not put on sale, or it would be given away. Its versions
   * are kept here, because this goes past the entity.
   */
  void describe(Collection<Description> descriptions) {
    List<Description> inOrder =
        descriptions.stream().sorted(Comparator.comparing(Description::sku)).toList();
    new Sql(em)
        .write(
            "with described as ("
                + "insert into mall.item as i (id, sku, name, price, stock, status, version,"
                + " created_at)"
                + " select d.id, d.sku, d.name, d.price, 0,"
                + " case when d.price > 0 then 'ON_SALE' else 'WITHDRAWN' end, 0, ?"
                + " from unnest(?, ?, ?, ?) as d (id, sku, name, price)"
                + " on conflict (sku) do update set name = excluded.name, price = excluded.price,"
                + " status = case when i.price = 0 then excluded.status else i.status end,"
                + " version = i.version + 1 returning i.*)"
                + " insert into mall.item_history (id, sku, name, price, status, created_at,"
                + " category_id, family_id, options, cash, revision, revision_kind)"
                + " select id, sku, name, price, status, created_at, category_id, family_id,"
                + " options, cash, ?,"
                + " case when version = 0 then 0 else 1 end from described",
            clock.instant(),
            inOrder.stream().map(description -> Ids.next()).toArray(UUID[]::new),
            Sql.texts(inOrder, Description::sku),
            Sql.texts(inOrder, Description::name),
            Sql.longs(inOrder, description -> description.price().amount()),
            Revisions.current(em));
  }

  Item require(UUID id) {
    return Optional.ofNullable(em.find(Item.class, id))
        .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, String.valueOf(id)));
  }

  static void requireCountable(long points) {
    if (points > GrantPoints.MOST) {
      throw new HeyiException(MallError.POINTS_OUT_OF_RANGE, 0, GrantPoints.MOST);
    }
  }
}
