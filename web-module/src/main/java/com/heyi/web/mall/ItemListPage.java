package com.heyi.web.mall;

import com.heyi.mall.CatalogueFacade;
import com.heyi.mall.ItemStatus;
import com.heyi.mall.ItemView;
import com.heyi.web.ui.LazyList;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.XlsxExport;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The catalogue as a list. */
@PageAt(value = "/mall/items.xhtml", facade = CatalogueFacade.class, needs = "list")
@Named
@ViewScoped
public class ItemListPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CatalogueFacade catalogue;
  private LazyList<ItemView> list;

  /** Reads the list that the address asks for. */
  public void open() {
    list = LazyList.of(catalogue::list, "sku", "name", "status");
  }

  public void export() {
    XlsxExport.of("page.mall.items", list)
        .column("page.mall.item.sku", ItemView::sku)
        .column("page.mall.item.name", ItemView::name)
        .column("page.mall.item.price", ItemView::price)
        .column("page.mall.item.stock", ItemView::stock)
        .column("page.mall.status", ItemView::status)
        .send();
  }

  public LazyList<ItemView> getList() {
    return list;
  }

  public ItemStatus[] getStatuses() {
    return ItemStatus.values();
  }
}
