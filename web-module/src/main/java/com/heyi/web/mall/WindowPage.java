package com.heyi.web.mall;

import com.heyi.mall.Browse;
import com.heyi.mall.CategoryView;
import com.heyi.mall.ChoosingFacade;
import com.heyi.mall.Shelf;
import com.heyi.mall.ShelfFacade;
import com.heyi.web.ui.PageAt;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The shop window: what is on sale, as a customer looks at it. */
@PageAt(value = "/mall/window.xhtml", facade = ChoosingFacade.class, needs = "browse")
@Named
@ViewScoped
public class WindowPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int AT_A_TIME = 24;
  private static final int MOST = 96;

  @Inject private ChoosingFacade choosing;
  @Inject private ShelfFacade shelves;

  private String text;
  private String category;
  private Shelf.PriceRange price;
  private boolean inStock;
  private Browse.Order order = Browse.Order.BEST;
  private int shown = AT_A_TIME;
  private transient Shelf shelf;
  private transient Map<String, CategoryView> names;

  /** Looks again, from the first on. */
  public void look() {
    shown = AT_A_TIME;
    shelf = null;
  }

  /** Narrows to a category, or widens to the one above. */
  public void choose(String code) {
    category = code == null || code.isEmpty() ? null : code;
    look();
  }

  /** Narrows to a range of prices, or widens again when it is chosen already. */
  public void afford(Shelf.PriceRange range) {
    price = range.equals(price) ? null : range;
    look();
  }

  /** Narrows to what can be had now, or widens again. */
  public void onlyInStock() {
    inStock = !inStock;
    look();
  }

  /** Shows more. */
  public void more() {
    shown = Math.min(MOST, shown + AT_A_TIME);
    shelf = null;
  }

  public Shelf getShelf() {
    if (shelf == null) {
      shelf =
          choosing.browse(
              new Browse(
                  text,
                  category,
                  price == null ? null : price.from(),
                  price == null ? null : price.to(),
                  inStock,
                  null,
                  order,
                  0,
                  shown));
    }
    return shelf;
  }

  /** Whether there is more than is shown. */
  public boolean isMore() {
    return getShelf().total() > shown && shown < MOST;
  }

  /** The chosen category and those above it, the top first. */
  public List<CategoryView> getTrail() {
    List<CategoryView> trail = new ArrayList<>();
    if (category != null && names().containsKey(category)) {
      CategoryView.codes(names().get(category).path())
          .forEach(code -> trail.add(names().get(code)));
    }
    return trail;
  }

  /** The name of a category as the person reads it. */
  public String name(String code) {
    CategoryView known = names().get(code);
    return known == null ? code : known.name(locale());
  }

  private Map<String, CategoryView> names() {
    if (names == null) {
      names =
          shelves.categories().stream()
              .collect(Collectors.toMap(CategoryView::code, Function.identity()));
    }
    return names;
  }

  /** The first character of a name, to stand where there is no picture. */
  public String mark(Shelf.Thing thing) {
    return thing.name().substring(0, thing.name().offsetByCodePoints(0, 1));
  }

  private static Locale locale() {
    return FacesContext.getCurrentInstance().getViewRoot().getLocale();
  }

  public Browse.Order[] getOrders() {
    return Browse.Order.values();
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text == null || text.length() <= 200 ? text : text.substring(0, 200);
  }

  public String getCategory() {
    return category;
  }

  public Shelf.PriceRange getPrice() {
    return price;
  }

  public boolean isInStock() {
    return inStock;
  }

  public Browse.Order getOrder() {
    return order;
  }

  public void setOrder(Browse.Order order) {
    this.order = order == null ? Browse.Order.BEST : order;
  }
}
