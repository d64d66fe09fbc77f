package com.heyi.mall.internal;

import com.heyi.accounts.CustomerRef;
import com.heyi.mall.Baskets;
import com.heyi.mall.MallError;
import com.heyi.mall.PriceReduction;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.value.Points;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Prices what is in a cart, or could be, by what a checkout asks too. */
@ApplicationScoped
public class BasketsOfTheMall implements Baskets {
  private Carts carts;
  private Catalogue catalogue;
  private Iterable<PriceReduction> reductions;

  protected BasketsOfTheMall() {}

  @Inject
  BasketsOfTheMall(Carts carts, Catalogue catalogue) {
    this.carts = carts;
    this.catalogue = catalogue;
  }

  BasketsOfTheMall(Carts carts, Catalogue catalogue, Iterable<PriceReduction> reductions) {
    this(carts, catalogue);
    this.reductions = reductions;
  }

  @Inject
  void ask(@Any Instance<PriceReduction> all) {
    reductions = all;
  }

  @Override
  public List<PriceReduction.Line> ofCart(CustomerRef customer, Instant at) {
    return reduced(customer, Checkouts.asked(carts.lines(customer.id(), at)));
  }

  @Override
  public List<PriceReduction.Line> of(CustomerRef customer, Map<String, Long> pieces, Instant at) {
    Map<String, ItemRow> found = catalogue.bySku(pieces.keySet(), customer.id(), at);
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
                  item.cost().cash(),
                  quantity,
                  Points.ZERO,
                  item.categories()));
        });
    return reduced(customer, lines);
  }

  private List<PriceReduction.Line> reduced(CustomerRef customer, List<PriceReduction.Line> lines) {
    return new Reductions(reductions)
        .reduce(
            new PriceReduction.Basket(null, customer.id(), customer.branch(), List.of(), lines),
            EnumSet.of(PriceReduction.Turn.GOODS));
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
