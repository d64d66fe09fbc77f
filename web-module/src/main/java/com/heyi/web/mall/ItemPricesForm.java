package com.heyi.web.mall;

import com.heyi.mall.EndOffer;
import com.heyi.mall.PricesFacade;
import com.heyi.mall.PricesView;
import com.heyi.mall.SetItemPrice;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.Param;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;

/** On an item's page: what it costs, for whom and when. */
@Named
@ViewScoped
public class ItemPricesForm implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private PricesFacade facade;
  @Inject private transient Clock clock;

  private final FormKey setKey = new FormKey();
  private final FormKey endKey = new FormKey();
  private String id;
  private transient PricesView prices;
  private long version;
  private String label;
  private String tier;
  private LocalDateTime from;
  private LocalDateTime until;
  private Long price;
  private BigDecimal cash;

  /** Reads the prices of the item. */
  public void load(String itemId) {
    id = itemId;
    version = getPrices().version();
  }

  /** Sets the ordinary price, or makes an offer. */
  public String set() {
    SetItemPrice command =
        new SetItemPrice(
            Param.id(id),
            version,
            label,
            tier,
            moment(from),
            moment(until),
            price == null ? null : Points.of(price),
            cash == null ? null : new Money(cash, Money.CNY));
    return Commands.run(setKey, () -> facade.set(command))
        .map(done -> Go.saying("page.mall.prices.saved").again("id", id))
        .orElse(Go.STAY);
  }

  /** Ends an offer now. */
  public String end(String offer) {
    EndOffer command = new EndOffer(Param.id(id), Ids.parse(offer));
    return Commands.run(endKey, () -> facade.end(command))
        .map(done -> Go.saying("page.mall.prices.ended").again("id", id))
        .orElse(Go.STAY);
  }

  private Instant moment(LocalDateTime time) {
    return time == null ? null : time.atZone(clock.getZone()).toInstant();
  }

  public PricesView getPrices() {
    if (prices == null) {
      prices = facade.prices(Param.id(id));
    }
    return prices;
  }

  public FormKey getSetKey() {
    return setKey;
  }

  public FormKey getEndKey() {
    return endKey;
  }

  public String getLabel() {
    return label;
  }

  public void setLabel(String label) {
    this.label = label;
  }

  public String getTier() {
    return tier;
  }

  public void setTier(String tier) {
    this.tier = tier == null || tier.isBlank() ? null : tier.strip();
  }

  public LocalDateTime getFrom() {
    return from;
  }

  public void setFrom(LocalDateTime from) {
    this.from = from;
  }

  public LocalDateTime getUntil() {
    return until;
  }

  public void setUntil(LocalDateTime until) {
    this.until = until;
  }

  public Long getPrice() {
    return price;
  }

  public void setPrice(Long price) {
    this.price = price;
  }

  public BigDecimal getCash() {
    return cash;
  }

  public void setCash(BigDecimal cash) {
    this.cash = cash;
  }
}
