package com.heyi.web.mall;

import com.heyi.mall.AdjustStock;
import com.heyi.mall.CatalogueFacade;
import com.heyi.mall.ChangeItem;
import com.heyi.mall.ChoosingFacade;
import com.heyi.mall.FoundItem;
import com.heyi.mall.ItemReviews;
import com.heyi.mall.ItemStatus;
import com.heyi.mall.ItemView;
import com.heyi.mall.ReviewsFacade;
import com.heyi.mall.SetPurchaseLimit;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.shared.value.Points;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.Param;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** An item of the catalogue, to change it and to move its stock. */
@PageAt(value = "/mall/item.xhtml", facade = CatalogueFacade.class, needs = "view")
@Named
@ViewScoped
public class ItemPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CatalogueFacade catalogue;
  @Inject private ChoosingFacade choosing;
  @Inject private ReviewsFacade said;

  private final FormKey changeKey = new FormKey();
  private final FormKey limitKey = new FormKey();
  private final FormKey receiveKey = new FormKey();
  private final FormKey writeOffKey = new FormKey();
  private String id;
  private transient ItemView item;
  private transient List<FoundItem> together;
  private transient ItemReviews reviews;
  private long version;
  private String name;
  private Long price;
  private ItemStatus status;
  private Long pieces;
  private Long limitPieces;
  private Long limitDays;
  private String reason;

  /** Reads the item that the address names. */
  public void load() {
    item = catalogue.view(Param.id(id));
    version = item.version();
    name = item.name();
    price = item.price().amount();
    status = item.status();
    limitPieces = item.limitPieces();
    limitDays = item.limitDays() == null ? null : item.limitDays().longValue();
  }

  /** Changes the item as it was when the page was opened. */
  public String change() {
    ChangeItem command =
        new ChangeItem(
            Param.id(id), version, name, price == null ? null : Points.of(price), status);
    return Commands.run(changeKey, () -> catalogue.change(command))
        .map(done -> Go.saying("page.mall.item.changed", done.sku()).again("id", id))
        .orElse(Go.STAY);
  }

  /** Limits what one customer may order, or lifts the limit. */
  public String limit() {
    SetPurchaseLimit command =
        new SetPurchaseLimit(
            Param.id(id), version, limitPieces, limitDays == null ? null : limitDays.intValue());
    return Commands.run(limitKey, () -> catalogue.limit(command))
        .map(done -> Go.saying("page.mall.item.limit.set", done.sku()).again("id", id))
        .orElse(Go.STAY);
  }

  public String receive() {
    return move(receiveKey, pieces);
  }

  public String writeOff() {
    return move(writeOffKey, -pieces);
  }

  private String move(FormKey key, long delta) {
    AdjustStock command = new AdjustStock(Param.id(id), version, delta, reason);
    return Commands.run(key, () -> catalogue.adjustStock(command))
        .map(done -> Go.saying("page.mall.item.stock-is", done.sku(), done.stock()).again("id", id))
        .orElse(Go.STAY);
  }

  /** Whether the caller's role may change the catalogue. */
  public boolean isChangeable() {
    return CallContext.current().has(Role.HEAD_OFFICE_ADMIN);
  }

  public ItemView getItem() {
    if (item == null) {
      item = catalogue.view(Param.id(id));
    }
    return item;
  }

  /** What is bought together with the item. */
  public List<FoundItem> getTogether() {
    if (together == null) {
      together = choosing.boughtTogether(Param.id(id));
    }
    return together;
  }

  /** What buyers say about the item. */
  public ItemReviews getReviews() {
    if (reviews == null) {
      reviews = said.ofItem(Param.id(id));
    }
    return reviews;
  }

  public ItemStatus[] getStatuses() {
    return ItemStatus.values();
  }

  public FormKey getChangeKey() {
    return changeKey;
  }

  public FormKey getLimitKey() {
    return limitKey;
  }

  public Long getLimitPieces() {
    return limitPieces;
  }

  public void setLimitPieces(Long limitPieces) {
    this.limitPieces = limitPieces;
  }

  public Long getLimitDays() {
    return limitDays;
  }

  public void setLimitDays(Long limitDays) {
    this.limitDays = limitDays;
  }

  public FormKey getReceiveKey() {
    return receiveKey;
  }

  public FormKey getWriteOffKey() {
    return writeOffKey;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public Long getPrice() {
    return price;
  }

  public void setPrice(Long price) {
    this.price = price;
  }

  public ItemStatus getStatus() {
    return status;
  }

  public void setStatus(ItemStatus status) {
    this.status = status;
  }

  public Long getPieces() {
    return pieces;
  }

  public void setPieces(Long pieces) {
    this.pieces = pieces;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
