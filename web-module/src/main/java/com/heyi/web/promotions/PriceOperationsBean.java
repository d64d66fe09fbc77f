package com.heyi.web.promotions;

import com.heyi.promotions.CouponFacade;
import com.heyi.promotions.SimulatePrice;
import com.heyi.web.soap.SoapInput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Answers {@link PriceOperations}. */
@ApplicationScoped
public class PriceOperationsBean implements PriceOperations {
  @Inject private CouponFacade coupons;

  /** An absent one stays absent, so that validation tells it. */
  private static SimulatePrice.Line line(PricedItem item) {
    return item == null ? null : new SimulatePrice.Line(item.sku(), item.quantity());
  }

  @Override
  public PriceSimulation simulatePrice(
      String customerId, List<PricedItem> lines, List<String> codes, String at) {
    List<SimulatePrice.Line> bought =
        lines == null ? List.of() : lines.stream().map(PriceOperationsBean::line).toList();
    return new PriceSimulation(
        coupons.explain(
            new SimulatePrice(
                SoapInput.id("customerId", customerId),
                bought,
                codes,
                SoapInput.moment("at", at))));
  }
}
