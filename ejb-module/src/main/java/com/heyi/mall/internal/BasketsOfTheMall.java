package com.heyi.mall.internal;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.mall.Baskets;
import com.heyi.mall.MallError;
import com.heyi.mall.PriceReduction;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.value.Points;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Prices what is in a cart, or could be. */
@ApplicationScoped
public class BasketsOfTheMall implements Baskets {
  private CustomerDirectory customers;
  private Carts carts;
  private Catalogue catalogue;

  protected BasketsOfTheMall() {}

  @Inject
  BasketsOfTheMall(CustomerDirectory customers, Carts carts, Catalogue catalogue) {
    this.customers = customers;
    this.carts = carts;
    this.catalogue = catalogue;
  }

  @Override
  public List<PriceReduction.Line> ofCart(UUID customerId) {
    return Checkouts.asked(carts.view(customers.require(customerId)));
  }

  @Override
  public List<PriceReduction.Line> of(Map<String, Long> pieces) {
    Map<String, ItemRow> found = catalogue.bySku(pieces.keySet());
    List<PriceReduction.Line> lines = new ArrayList<>();
    pieces.forEach(
        (sku, quantity) -> {
          ItemRow item = found.get(sku);
          if (item == null) {
            throw new HeyiException(MallError.ITEM_UNKNOWN, sku);
          }
          lines.add(
              new PriceReduction.Line(
                  lines.size() + 1,
                  item.id(),
                  item.sku(),
                  item.price(),
                  quantity,
                  Points.ZERO,
                  item.categories()));
        });
    return lines;
  }

  @Override
  public void requireCategories(Collection<String> codes) {
    Set<String> known = catalogue.categoriesAmong(codes);
    for (String code : codes) {
      if (!known.contains(code)) {
        throw new HeyiException(MallError.CATEGORY_UNKNOWN, code);
      }
    }
  }
}
