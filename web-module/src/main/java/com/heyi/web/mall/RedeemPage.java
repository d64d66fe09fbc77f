package com.heyi.web.mall;

import com.heyi.mall.CatalogueFacade;
import com.heyi.mall.ItemView;
import com.heyi.mall.MallError;
import com.heyi.mall.OrderFacade;
import com.heyi.mall.PlaceOrder;
import com.heyi.mall.PointsFacade;
import com.heyi.mall.PointsView;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.Sort;
import com.heyi.shared.value.Points;
import com.heyi.web.errors.FacesErrors;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.Param;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Redeems a customer's points: goods are gathered here and ordered at once. */
@PageAt(value = "/mall/redeem.xhtml", facade = OrderFacade.class, needs = "place")
@Named
@ViewScoped
public class RedeemPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private PointsFacade points;
  @Inject private CatalogueFacade catalogue;
  @Inject private OrderFacade orders;

  private final FormKey key = new FormKey();
  private final Map<String, Long> wanted = new LinkedHashMap<>();
  private transient Map<String, ItemView> known;
  private transient PointsView held;
  private String id;
  private String sku;
  private Long quantity = 1L;

  /** Reads the points of the customer whom the address names. */
  public void load() {
    held = points.view(Param.id(id));
  }

  /** Items on sale whose code begins with the text or whose name holds it. */
  public List<ItemView> find(String text) {
    return ItemFinder.find(catalogue, text);
  }

  /** Adds pieces of the chosen item. */
  public void add() {
    String code = sku == null ? "" : sku.strip();
    if (item(code) == null) {
      FacesErrors.tell(
          FacesContext.getCurrentInstance(), new HeyiException(MallError.ITEM_UNKNOWN, code));
      return;
    }
    wanted.merge(code, quantity == null ? 1L : quantity, Long::sum);
    sku = null;
    quantity = 1L;
  }

  public void remove(String code) {
    wanted.remove(code);
  }

  public String order() {
    PlaceOrder command =
        new PlaceOrder(
            Param.id(id),
            wanted.entrySet().stream()
                .map(line -> new PlaceOrder.Line(line.getKey(), line.getValue()))
                .toList(),
            null);
    return Commands.run(key, () -> orders.place(command))
        .map(
            done ->
                Go.saying("page.mall.redeem.done", done.number())
                    .to("/mall/order", "id", done.id()))
        .orElse(Go.STAY);
  }

  /**
   * A line gathered so far.
   *
   * @param points points for all its pieces
   */
  public record Line(ItemView item, long quantity, Points points) {}

  public List<Line> getLines() {
    List<Line> lines = new ArrayList<>();
    wanted.forEach(
        (code, pieces) -> {
          ItemView item = item(code);
          lines.add(new Line(item, pieces, item.price().times(pieces)));
        });
    return lines;
  }

  public Points getTotal() {
    return getLines().stream().map(Line::points).reduce(Points.ZERO, Points::plus);
  }

  /** Whether something of it costs money too, which is paid where the cart is checked out. */
  public boolean isForMoneyToo() {
    return getLines().stream().anyMatch(line -> !line.item().cash().isZero());
  }

  /** Whether the customer's points suffice. */
  public boolean isAffordable() {
    return !getTotal().isMoreThan(getHeld().usable());
  }

  private ItemView item(String code) {
    if (known == null) {
      known = new LinkedHashMap<>();
    }
    return known.computeIfAbsent(
        code,
        wantedCode ->
            catalogue
                .list(
                    PageRequest.after(
                        null,
                        PageRequest.MAX_LIMIT,
                        Sort.ascending("sku"),
                        Map.of("sku", wantedCode)))
                .items()
                .stream()
                .filter(item -> item.sku().equals(wantedCode))
                .findFirst()
                .orElse(null));
  }

  public PointsView getHeld() {
    if (held == null) {
      load();
    }
    return held;
  }

  public FormKey getKey() {
    return key;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getSku() {
    return sku;
  }

  public void setSku(String sku) {
    this.sku = sku;
  }

  public Long getQuantity() {
    return quantity;
  }

  public void setQuantity(Long quantity) {
    this.quantity = quantity;
  }
}
