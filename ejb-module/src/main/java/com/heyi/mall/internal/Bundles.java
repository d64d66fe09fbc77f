package com.heyi.mall.internal;

import com.heyi.mall.BundleView;
import com.heyi.mall.ItemStatus;
import com.heyi.mall.MallError;
import com.heyi.mall.PutBundleInCart;
import com.heyi.mall.SetBundle;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.persistence.Sql;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Points;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Keeps bundles, and puts them into carts. */
@ApplicationScoped
public class Bundles {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private Catalogue catalogue;
  @Inject private Carts carts;

  protected Bundles() {}

  Bundles(EntityManager em, Clock clock, Catalogue catalogue, Carts carts) {
    this.em = em;
    this.clock = clock;
    this.catalogue = catalogue;
    this.carts = carts;
  }

  private record Row(BundleView bundle, BundleView.Line line) {}

  /** All bundles, by code, in one query. */
  public List<BundleView> all() {
    Map<UUID, BundleView> heads = new LinkedHashMap<>();
    Map<UUID, List<BundleView.Line>> lines = new LinkedHashMap<>();
    List<Row> rows =
        new Sql(em)
            .list(
                row ->
                    new Row(
                        new BundleView(
                            Sql.uuid(row, "id"),
                            row.getString("code"),
                            row.getString("name"),
                            Sql.points(row, "reduced"),
                            row.getBoolean("on_sale"),
                            row.getLong("version"),
                            List.of()),
                        new BundleView.Line(
                            Sql.uuid(row, "item_id"),
                            row.getString("sku"),
                            row.getString("item_name"),
                            row.getLong("quantity"),
                            Sql.points(row, "price"),
                            row.getLong("stock"),
                            ItemStatus.ON_SALE.name().equals(row.getString("status")))),
                "select b.id, b.code, b.name, b.reduced, b.on_sale, b.version, l.item_id,"
                    + " l.quantity, i.sku, i.name as item_name, i.price, i.stock, i.status"
                    + " from mall.bundle b join mall.bundle_line l on l.bundle_id = b.id"
                    + " join mall.item i on i.id = l.item_id order by b.code, i.sku");
    for (Row row : rows) {
      heads.putIfAbsent(row.bundle().id(), row.bundle());
      lines.computeIfAbsent(row.bundle().id(), id -> new ArrayList<>()).add(row.line());
    }
    return heads.values().stream().map(head -> with(head, lines.get(head.id()))).toList();
  }

  private static BundleView with(BundleView head, List<BundleView.Line> lines) {
    return new BundleView(
        head.id(),
        head.code(),
        head.name(),
        head.reduced(),
        head.onSale(),
        head.version(),
        List.copyOf(lines));
  }

  private Optional<BundleView> find(String code) {
    return all().stream().filter(bundle -> bundle.code().equals(code)).findFirst();
  }

  /**
   * @throws HeyiException {@link MallError#BUNDLE_UNKNOWN}
   */
  public BundleView require(String code) {
    return find(code).orElseThrow(() -> new HeyiException(MallError.BUNDLE_UNKNOWN, code));
  }

  /**
   * @throws HeyiException {@link MallError#BUNDLE_DUPLICATE}, {@link MallError#BUNDLE_UNKNOWN},
   *     {@link MallError#BUNDLE_ITEM_TWICE}, {@link MallError#BUNDLE_REDUCED}, {@link
   *     MallError#ITEM_UNKNOWN}, {@link CommonError#VERSION_MOVED}
   */
  public void set(SetBundle command) {
    Map<String, ItemRow> items = items(command);
    Points price =
        command.lines().stream()
            .map(line -> items.get(line.sku()).price().times(line.quantity()))
            .reduce(Points.ZERO, Points::plus);
    if (command.reduced().amount() > 0 && !price.isMoreThan(command.reduced())) {
      throw new HeyiException(MallError.BUNDLE_REDUCED, price.amount());
    }
    Optional<BundleView> before = find(command.code());
    UUID id = command.version() == null ? create(command, before) : change(command, before);
    ChangeLog.weigh(
        Math.abs(command.reduced().amount() - before.map(b -> b.reduced().amount()).orElse(0L)));
    Sql sql = new Sql(em);
    sql.write("delete from mall.bundle_line where bundle_id = ?", id);
    sql.write(
        "insert into mall.bundle_line (bundle_id, item_id, quantity)"
            + " select ?, l.item_id, l.quantity from unnest(?, ?) as l (item_id, quantity)",
        id,
        Sql.uuids(command.lines(), line -> items.get(line.sku()).id()),
        Sql.longs(command.lines(), SetBundle.Line::quantity));
    note(command, id, before);
  }

  private Map<String, ItemRow> items(SetBundle command) {
    List<String> skus = command.lines().stream().map(SetBundle.Line::sku).toList();
    Map<String, ItemRow> items = catalogue.bySku(skus);
    List<String> seen = new ArrayList<>();
    for (String sku : skus) {
      if (!items.containsKey(sku)) {
        throw new HeyiException(MallError.ITEM_UNKNOWN, sku);
      }
      if (seen.contains(sku)) {
        throw new HeyiException(MallError.BUNDLE_ITEM_TWICE, sku);
      }
      seen.add(sku);
    }
    return items;
  }

  private UUID create(SetBundle command, Optional<BundleView> before) {
    UUID id = Ids.next();
    int made =
        new Sql(em)
            .write(
                "insert into mall.bundle (id, code, name, reduced, on_sale, version, created_at)"
                    + " values (?, ?, ?, ?, ?, 0, ?) on conflict (code) do nothing",
                id,
                command.code(),
                command.name().strip(),
                command.reduced(),
                command.onSale(),
                clock.instant());
    if (before.isPresent() || made == 0) {
      throw new HeyiException(MallError.BUNDLE_DUPLICATE, command.code());
    }
    return id;
  }

  private UUID change(SetBundle command, Optional<BundleView> before) {
    BundleView seen =
        before.orElseThrow(() -> new HeyiException(MallError.BUNDLE_UNKNOWN, command.code()));
    int changed =
        new Sql(em)
            .write(
                "update mall.bundle set name = ?, reduced = ?, on_sale = ?, version = version + 1"
                    + " where id = ? and version = ?",
                command.name().strip(),
                command.reduced(),
                command.onSale(),
                seen.id(),
                command.version());
    if (changed == 0) {
      throw new HeyiException(CommonError.VERSION_MOVED, command.version(), seen.version());
    }
    return seen.id();
  }

  private static void note(SetBundle command, UUID id, Optional<BundleView> before) {
    ChangeLog.note(
        "bundle", id, "name", before.map(BundleView::name).orElse(null), command.name().strip());
    ChangeLog.note(
        "bundle", id, "reduced", before.map(BundleView::reduced).orElse(null), command.reduced());
    ChangeLog.note(
        "bundle", id, "onSale", before.map(BundleView::onSale).orElse(null), command.onSale());
    ChangeLog.note(
        "bundle",
        id,
        "lines",
        before
            .map(
                bundle ->
                    bundle.lines().stream()
                        .map(line -> line.sku() + " × " + line.quantity())
                        .sorted()
                        .collect(Collectors.joining(", ")))
            .orElse(null),
        command.lines().stream()
            .map(line -> line.sku() + " × " + line.quantity())
            .sorted()
            .collect(Collectors.joining(", ")));
  }

  /**
   * @throws HeyiException {@link MallError#BUNDLE_UNKNOWN}, {@link MallError#BUNDLE_NOT_ON_SALE},
   *     {@link MallError#BUNDLE_INCOMPLETE}, {@link MallError#CART_FULL}
   */
  public void put(PutBundleInCart command) {
    BundleView bundle = require(command.bundle());
    if (!bundle.onSale()) {
      throw new HeyiException(MallError.BUNDLE_NOT_ON_SALE, bundle.code());
    }
    Map<UUID, Long> there = carts.pieces(command.customerId());
    List<String> missing = new ArrayList<>();
    for (BundleView.Line line : bundle.lines()) {
      long wanted = line.quantity() * command.times() + there.getOrDefault(line.itemId(), 0L);
      long had = line.onSale() ? line.stock() : 0;
      if (wanted > had) {
        missing.add(line.sku() + " × " + (wanted - had));
      }
    }
    if (!missing.isEmpty()) {
      throw new HeyiException(
          MallError.BUNDLE_INCOMPLETE, bundle.code(), String.join(", ", missing));
    }
    Map<String, Long> pieces = new LinkedHashMap<>();
    bundle.lines().forEach(line -> pieces.put(line.sku(), line.quantity() * command.times()));
    carts.add(command.customerId(), pieces);
  }
}
