package com.heyi.web.mall;

import com.heyi.mall.CatalogueFacade;
import com.heyi.mall.CreateItem;
import com.heyi.shared.value.Points;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Puts a new item on sale. */
@PageAt(value = "/mall/new-item.xhtml", facade = CatalogueFacade.class, needs = "create")
@Named
@ViewScoped
public class NewItemPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CatalogueFacade catalogue;
  private final FormKey key = new FormKey();
  private String sku;
  private String name;
  private Long price;
  private Long stock;

  public String create() {
    CreateItem command =
        new CreateItem(
            sku, name, price == null ? null : Points.of(price), stock == null ? 0 : stock);
    return Commands.run(key, () -> catalogue.create(command))
        .map(
            item ->
                Go.saying("page.mall.item.created", item.sku()).to("/mall/item", "id", item.id()))
        .orElse(Go.STAY);
  }

  public FormKey getKey() {
    return key;
  }

  public String getSku() {
    return sku;
  }

  public void setSku(String sku) {
    this.sku = sku;
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

  public Long getStock() {
    return stock;
  }

  public void setStock(Long stock) {
    this.stock = stock;
  }
}
