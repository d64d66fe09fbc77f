package com.heyi.web.promotions;

import com.heyi.promotions.CouponFiguresFacade;
import com.heyi.promotions.CouponReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How coupons are redeemed. */
@Path("/promotions/coupon-figures")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "promotions")
public class CouponFiguresResource {
  @Inject private CouponFiguresFacade figures;

  @GET
  @Operation(
      summary = "What became of the coupons issued in a period, by month, kind and campaign",
      description = "from and to are days; left out, the twelve months up to today.")
  public CouponReport report(@QueryParam("from") String from, @QueryParam("to") String to) {
    return figures.report(from, to);
  }
}
