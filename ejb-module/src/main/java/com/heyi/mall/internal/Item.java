package com.heyi.mall.internal;

import com.heyi.mall.ItemStatus;
import com.heyi.mall.ItemView;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.SeenVersion;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Points;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;

/**
 * An item of the catalogue: what people edit of it. Its stock is moved by {@link Stock} alone, past
 * the version, so that a customer who buys does not spoil the edit of somebody at the catalogue.
 */
@Entity
@Audited
@Table(schema = "mall", name = "item")
public class Item {
  @Id private UUID id;

  @Column(updatable = false)
  private String sku;

  private String name;
  private Points price;

  @NotAudited
  @Column(updatable = false)
  private long stock;

  @Enumerated(EnumType.STRING)
  private ItemStatus status;

  @Version private long version;

  @NotAudited
  @Formula("(select l.pieces from mall.purchase_limit l where l.item_id = id)")
  private Long limitPieces;

  @NotAudited
  @Formula("(select l.days from mall.purchase_limit l where l.item_id = id)")
  private Integer limitDays;

  @Column(name = "category_id")
  private UUID categoryId;

  @Column(name = "family_id")
  private UUID familyId;

  private String options;
  private long cash;

  @NotAudited
  @Formula("(select c.code from mall.category c where c.id = category_id)")
  private String category;

  @NotAudited
  @Formula("(select f.code from mall.item_family f where f.id = family_id)")
  private String family;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  protected Item() {}

  /** A new item on sale, with no stock yet. */
  public Item(String sku, String name, Points price, Instant now) {
    this.id = Ids.next();
    this.sku = sku;
    this.name = name;
    this.price = price;
    this.status = ItemStatus.ON_SALE;
    this.createdAt = now;
  }

  /** Changes what the catalogue says. */
  public void describe(String newName, Points newPrice, ItemStatus newStatus) {
    name = newName;
    price = newPrice;
    status = newStatus;
  }

  /** Changes what it costs ordinarily: points, and fen beside them. */
  void cost(Points newPrice, long newCash) {
    price = newPrice;
    cash = newCash;
  }

  /**
   * Puts it into a category.
   *
   * @param newCategory null for none
   */
  void standIn(UUID newCategory) {
    categoryId = newCategory;
  }

  /**
   * Makes it a variant of a family.
   *
   * @param newFamily null when it stands alone; then what it is in options is null too
   */
  void beVariantOf(UUID newFamily, String newOptions) {
    familyId = newFamily;
    options = newOptions;
  }

  /**
   * @throws HeyiException {@link CommonError#VERSION_MOVED} when it has changed since
   */
  public void requireVersion(long seen) {
    SeenVersion.require(seen, version);
  }

  /** The item as others may see it. */
  public ItemView view() {
    return new ItemView(
        id,
        sku,
        name,
        price,
        Fen.money(cash),
        stock,
        status,
        limitPieces,
        limitDays,
        category,
        family,
        Options.of(options),
        version);
  }

  public UUID id() {
    return id;
  }

  Points price() {
    return price;
  }

  long cash() {
    return cash;
  }
}
