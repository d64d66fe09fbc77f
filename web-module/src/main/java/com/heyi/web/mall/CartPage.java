package com.heyi.web.mall;

import com.heyi.accounts.CustomersFacade;
import com.heyi.mall.AcceptPrices;
import com.heyi.mall.BundlesFacade;
import com.heyi.mall.CartView;
import com.heyi.mall.CatalogueFacade;
import com.heyi.mall.CheckOut;
import com.heyi.mall.CheckoutFacade;
import com.heyi.mall.ItemView;
import com.heyi.mall.PayByCard;
import com.heyi.mall.PayCash;
import com.heyi.mall.PointsFacade;
import com.heyi.mall.PointsView;
import com.heyi.mall.PutBundleInCart;
import com.heyi.mall.PutInCart;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Role;
import com.heyi.shared.value.Money;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Formats;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.Param;
import com.heyi.web.ui.PayingAccounts;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A customer's cart, which stays until it is ordered. */
@PageAt(value = "/mall/cart.xhtml", facade = CheckoutFacade.class, needs = "cart")
@Named
@ViewScoped
public class CartPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CheckoutFacade checkouts;
  @Inject private CatalogueFacade catalogue;
  @Inject private PointsFacade points;
  @Inject private BundlesFacade bundles;
  @Inject private CustomersFacade customers;
  @Inject private transient Formats formats;

  private final FormKey putKey = new FormKey();
  private final FormKey bundleKey = new FormKey();
  private final FormKey acceptKey = new FormKey();
  private final FormKey beginKey = new FormKey();
  private final List<Row> rows = new ArrayList<>();
  private transient CartView cart;
  private transient PointsView held;
  private String id;
  private String sku;
  private String bundle;
  private Long quantity = 1L;
  private String accountId;
  private transient String cardCode;
  private BigDecimal cardAmount;
  private BigDecimal agreed;
  private final ArrayList<SelectItem> accounts = new ArrayList<>();

  /** A line of the cart, with the pieces that are wanted of it. */
  public static class Row implements Serializable {
    private static final long serialVersionUID = 1L;
    private final String sku;
    private Long quantity;

    Row(CartView.Line line) {
      sku = line.sku();
      quantity = line.quantity();
    }

    public Long getQuantity() {
      return quantity;
    }

    public void setQuantity(Long quantity) {
      this.quantity = quantity;
    }
  }

  /** Reads the cart of the customer whom the address names. */
  public void load() {
    cart = checkouts.cart(Param.id(id));
    rows.clear();
    cart.lines().stream().map(Row::new).forEach(rows::add);
    agreed = cart.cash().amount();
    accounts.clear();
    if (agreed.signum() > 0) {
      accounts.addAll(PayingAccounts.of(customers.view(Param.id(id))));
    }
  }

  /** Items on sale whose code begins with the text or whose name holds it. */
  public List<ItemView> find(String text) {
    return ItemFinder.find(catalogue, text);
  }

  /** Puts pieces of the chosen item into the cart, beside those that are there. */
  public String add() {
    String code = sku == null ? "" : sku.strip();
    long had =
        getCart().lines().stream()
            .filter(line -> line.sku().equals(code))
            .mapToLong(CartView.Line::quantity)
            .sum();
    return put(code, had + (quantity == null ? 1 : quantity));
  }

  /** Changes the pieces of a line to what was typed; 0 takes it out. */
  public String change(int at) {
    Row row = rows.get(at);
    return put(row.sku, row.quantity == null ? 0 : row.quantity);
  }

  private String put(String code, long pieces) {
    PutInCart command = new PutInCart(Param.id(id), code, pieces);
    return Commands.run(putKey, () -> checkouts.put(command))
        .map(done -> Go.saying("page.mall.cart.put", code, pieces).again("id", id))
        .orElse(Go.STAY);
  }

  /** Puts all items of the chosen bundle into the cart. */
  public String addBundle() {
    PutBundleInCart command = new PutBundleInCart(Param.id(id), bundle, 1);
    return Commands.run(bundleKey, () -> bundles.put(command))
        .map(done -> Go.saying("page.mall.bundle.put", bundle).again("id", id))
        .orElse(Go.STAY);
  }

  /** The bundles that can be had, to choose one. */
  public List<SelectItem> getOffered() {
    return bundles.list().stream()
        .filter(each -> each.onSale() && each.available() > 0)
        .map(each -> new SelectItem(each.code(), each.name() + " · " + each.code()))
        .toList();
  }

  public String accept() {
    AcceptPrices command = new AcceptPrices(Param.id(id), getCart().total());
    return Commands.run(acceptKey, () -> checkouts.acceptPrices(command))
        .map(done -> Go.saying("page.mall.cart.accepted").again("id", id))
        .orElse(Go.STAY);
  }

  public String begin() {
    // What the customer was shown when the page was opened is what he has agreed to.
    PayCash pay =
        agreed.signum() == 0
            ? null
            : new PayCash(
                new Money(agreed, Money.CNY),
                accountId == null || accountId.isBlank() ? null : Param.id(accountId),
                card());
    CheckOut command = new CheckOut(Param.id(id), null, pay);
    return Commands.run(beginKey, () -> checkouts.begin(command))
        .map(
            done ->
                Go.saying("page.mall.checkout.begun", formats.time(done.until()))
                    .to("/mall/checkout", "id", done.id()))
        .orElse(Go.STAY);
  }

  /** The gift card of the form, or null when none was named. */
  private PayByCard card() {
    String code = cardCode;
    // Whoever has the code can pay with the card, so the page neither keeps it nor shows it again.
    cardCode = null;
    return code == null || code.isBlank()
        ? null
        : new PayByCard(code, cardAmount == null ? null : new Money(cardAmount, Money.CNY));
  }

  /** The customer's accounts that can pay. */
  public List<SelectItem> getAccounts() {
    return accounts;
  }

  /** Whether this person's role may change the cart. */
  public boolean isChangeable() {
    Caller caller = CallContext.current();
    return caller.has(Role.HEAD_OFFICE_ADMIN) || caller.has(Role.OPERATOR);
  }

  public boolean isAffordable() {
    return !getCart().total().isMoreThan(getHeld().usable());
  }

  public CartView getCart() {
    if (cart == null) {
      cart = checkouts.cart(Param.id(id));
    }
    return cart;
  }

  public PointsView getHeld() {
    if (held == null) {
      held = points.view(Param.id(id));
    }
    return held;
  }

  public List<Row> getRows() {
    return rows;
  }

  public FormKey getPutKey() {
    return putKey;
  }

  public FormKey getBundleKey() {
    return bundleKey;
  }

  public String getBundle() {
    return bundle;
  }

  public void setBundle(String bundle) {
    this.bundle = bundle;
  }

  public FormKey getAcceptKey() {
    return acceptKey;
  }

  public FormKey getBeginKey() {
    return beginKey;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getAccountId() {
    return accountId;
  }

  public void setAccountId(String accountId) {
    this.accountId = accountId;
  }

  public String getCardCode() {
    return cardCode;
  }

  public void setCardCode(String cardCode) {
    this.cardCode = cardCode;
  }

  public BigDecimal getCardAmount() {
    return cardAmount;
  }

  public void setCardAmount(BigDecimal cardAmount) {
    this.cardAmount = cardAmount;
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
