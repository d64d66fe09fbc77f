package com.heyi.mall.internal;

import com.heyi.mall.CategoryView;
import com.heyi.mall.FamilyView;
import com.heyi.mall.ItemStatus;
import com.heyi.mall.ItemView;
import com.heyi.mall.MallError;
import com.heyi.mall.SetCategory;
import com.heyi.mall.SetFamily;
import com.heyi.mall.ShelveItem;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.persistence.AdvisoryLock;
import com.heyi.shared.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps categories and families, and which item stands where. */
@ApplicationScoped
public class Shelves {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private Catalogue catalogue;
  @Inject private ItemSearch search;

  protected Shelves() {}

  Shelves(EntityManager em, Clock clock, Catalogue catalogue) {
    this.em = em;
    this.clock = clock;
    this.catalogue = catalogue;
    this.search = new ItemSearch(em);
  }

  /** All categories as the tree is read: each before those below it, siblings in their order. */
  public List<CategoryView> categories() {
    return new Sql(em)
        .list(
            row ->
                new CategoryView(
                    Sql.uuid(row, "id"),
                    row.getString("code"),
                    row.getString("parent"),
                    row.getString("path"),
                    row.getString("name_en"),
                    row.getString("name_zh_cn"),
                    row.getString("name_zh_tw"),
                    row.getInt("position"),
                    row.getBoolean("retired"),
                    row.getLong("items"),
                    row.getLong("version")),
            "with recursive own as (select category_id, count(*) as items from mall.item"
                + " where category_id is not null group by category_id),"
                + " tree as (select c.*, null::varchar as parent,"
                + " array[row(c.position, c.code)] as place"
                + " from mall.category c where c.parent_id is null"
                + " union all select c.*, t.code, t.place || row(c.position, c.code)"
                + " from mall.category c join tree t on c.parent_id = t.id)"
                + " select t.*, coalesce((select sum(o.items) from own o"
                + " join mall.category below on below.id = o.category_id"
                + " where starts_with(below.path, t.path)), 0) as items"
                + " from tree t order by t.place");
  }

  /**
   * @return code of the category
   * @throws HeyiException {@link MallError#CATEGORY_DUPLICATE}, {@link MallError#CATEGORY_UNKNOWN},
   *     {@link MallError#CATEGORY_RETIRED}, {@link MallError#CATEGORY_LOOP}, {@link
   *     MallError#CATEGORY_TOO_DEEP}, {@link MallError#CATEGORY_NOT_EMPTY}, {@link
   *     CommonError#VERSION_MOVED}
   */
  public String set(SetCategory command) {
    // The tree is small and seldom changed: one who changes it waits for the other, and no circle
    // can come of two who each put one below the other.
    AdvisoryLock.of("mall.categories", "one").take(em);
    Category parent = blankToNull(command.parent()).map(this::openCategory).orElse(null);
    Optional<Category> found = findCategory(command.code());
    if (command.version() == null && found.isPresent()) {
      throw new HeyiException(MallError.CATEGORY_DUPLICATE, command.code());
    }
    if (command.version() != null && found.isEmpty()) {
      throw new HeyiException(MallError.CATEGORY_UNKNOWN, command.code());
    }
    Category category = found.orElseGet(() -> new Category(command.code(), clock.instant()));
    if (command.version() != null) {
      category.requireVersion(command.version());
      requireEmptyToRetire(category, command);
    }
    category.describe(command);
    category.standBelow(parent);
    em.persist(category);
    em.flush();
    carryDown(category);
    return category.code();
  }

  /** What lies below takes its path and words anew from above. */
  private void carryDown(Category from) {
    List<Category> children =
        em.createQuery("select c from Category c where c.parentId = :parent", Category.class)
            .setParameter("parent", from.id())
            .getResultList();
    for (Category child : children) {
      child.standBelow(from);
      carryDown(child);
    }
    em.flush();
  }

  private void requireEmptyToRetire(Category category, SetCategory command) {
    if (!command.retired() || category.isRetired()) {
      return;
    }
    long inIt =
        new Sql(em)
            .one(
                row -> row.getLong(1),
                "select (select count(*) from mall.item where category_id = ?"
                    + " and status = 'ON_SALE') + (select count(*) from mall.category"
                    + " where parent_id = ? and not retired)",
                category.id(),
                category.id())
            .orElseThrow();
    if (inIt > 0) {
      throw new HeyiException(MallError.CATEGORY_NOT_EMPTY, category.code(), inIt);
    }
  }

  /**
   * @throws HeyiException {@link MallError#FAMILY_DUPLICATE}, {@link MallError#FAMILY_UNKNOWN},
   *     {@link MallError#FAMILY_HAS_VARIANTS}, {@link CommonError#VERSION_MOVED}
   */
  public FamilyView set(SetFamily command) {
    Optional<ItemFamily> found = findFamily(command.code());
    if (command.version() == null) {
      if (found.isPresent()) {
        throw new HeyiException(MallError.FAMILY_DUPLICATE, command.code());
      }
      em.persist(new ItemFamily(command, clock.instant()));
    } else {
      ItemFamily family =
          found.orElseThrow(() -> new HeyiException(MallError.FAMILY_UNKNOWN, command.code()));
      family.requireVersion(command.version());
      List<String> before = family.options();
      family.describe(command);
      int variants = variants(family.id()).size();
      if (!before.equals(family.options()) && variants > 0) {
        throw new HeyiException(MallError.FAMILY_HAS_VARIANTS, command.code(), variants);
      }
    }
    em.flush();
    return family(command.code());
  }

  /**
   * @throws HeyiException {@link MallError#FAMILY_UNKNOWN}
   */
  public FamilyView family(String code) {
    ItemFamily family =
        findFamily(code).orElseThrow(() -> new HeyiException(MallError.FAMILY_UNKNOWN, code));
    return new FamilyView(
        family.id(),
        family.code(),
        family.name(),
        family.options(),
        family.version(),
        variants(family.id()));
  }

  private List<FamilyView.Variant> variants(UUID family) {
    return new Sql(em)
        .list(
            row ->
                new FamilyView.Variant(
                    Sql.uuid(row, "id"),
                    row.getString("sku"),
                    Options.of(row.getString("options")),
                    Sql.points(row, "price"),
                    row.getLong("stock"),
                    ItemStatus.valueOf(row.getString("status"))),
            "select id, sku, options, price, stock, status from mall.item where family_id = ?"
                + " order by sku",
            family);
  }

  /**
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#VERSION_MOVED}, {@link
   *     MallError#CATEGORY_UNKNOWN}, {@link MallError#CATEGORY_RETIRED}, {@link
   *     MallError#FAMILY_UNKNOWN}, {@link MallError#VARIANT_OPTIONS}, {@link
   *     MallError#VARIANT_DUPLICATE}
   */
  public ItemView shelve(ShelveItem command) {
    Item item = catalogue.require(command.itemId());
    item.requireVersion(command.version());
    Category category = blankToNull(command.category()).map(this::openCategory).orElse(null);
    ItemFamily family =
        blankToNull(command.family())
            .map(
                code ->
                    findFamily(code)
                        .orElseThrow(() -> new HeyiException(MallError.FAMILY_UNKNOWN, code)))
            .orElse(null);
    requireOwnVariant(item, family, command.options());
    item.standIn(category == null ? null : category.id());
    item.beVariantOf(
        family == null ? null : family.id(),
        family == null ? null : Options.text(command.options()));
    ChangeLog.note("item", item.id(), "category", item.view().category(), command.category());
    em.flush();
    em.refresh(item);
    search.keep(item.id());
    return item.view();
  }

  private void requireOwnVariant(Item item, ItemFamily family, List<String> options) {
    int wanted = family == null ? 0 : family.options().size();
    if (options.size() != wanted) {
      throw new HeyiException(
          MallError.VARIANT_OPTIONS,
          wanted,
          family == null ? "" : String.join(", ", family.options()));
    }
    if (family != null) {
      String text = Options.text(options);
      variants(family.id()).stream()
          .filter(other -> !other.itemId().equals(item.id()))
          .filter(other -> Options.text(other.options()).equals(text))
          .forEach(
              other -> {
                throw new HeyiException(
                    MallError.VARIANT_DUPLICATE, other.sku(), String.join(", ", options));
              });
    }
  }

  private Category openCategory(String code) {
    Category category =
        findCategory(code).orElseThrow(() -> new HeyiException(MallError.CATEGORY_UNKNOWN, code));
    if (category.isRetired()) {
      throw new HeyiException(MallError.CATEGORY_RETIRED, code);
    }
    return category;
  }

  private Optional<Category> findCategory(String code) {
    return em.createQuery("select c from Category c where c.code = :code", Category.class)
        .setParameter("code", code)
        .getResultStream()
        .findFirst();
  }

  private Optional<ItemFamily> findFamily(String code) {
    return em.createQuery("select f from ItemFamily f where f.code = :code", ItemFamily.class)
        .setParameter("code", code)
        .getResultStream()
        .findFirst();
  }

  private static Optional<String> blankToNull(String text) {
    return Optional.ofNullable(text).map(String::strip).filter(code -> !code.isEmpty());
  }
}
