package com.heyi.web.promotions;

import com.heyi.promotions.CouponFacade;
import com.heyi.promotions.CouponView;
import com.heyi.promotions.IssueCoupon;
import com.heyi.promotions.PriceExplained;
import com.heyi.promotions.RevokeCoupon;
import com.heyi.promotions.SimulatePrice;
import com.heyi.shared.value.Ids;
import com.heyi.web.common.Lists;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Customers' coupons, and what a cart would cost with them. */
@Path("/promotions")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "promotions")
public class CouponsResource {
  @Inject private CouponFacade coupons;

  /**
   * @param reason why
   */
  public record Why(String reason) {}

  @GET
  @Path("/coupons")
  @Operation(
      summary = "Coupons of all customers, newest first",
      description =
          "Filters: customer (his number), template, campaign (their codes), orderId, status."
              + " Sorts: issuedAt, validUntil.")
  public Response list(@Context UriInfo uri) {
    return Lists.answer(uri, coupons.list(Lists.request(uri)));
  }

  @POST
  @Path("/coupons")
  @Operation(
      summary = "Give a customer a coupon",
      description = "By the code of its kind, of a campaign, or of both.")
  public Response issue(IssueCoupon command, @Context UriInfo uri) {
    CouponView coupon = coupons.issue(command);
    return Response.created(uri.getAbsolutePathBuilder().path(coupon.id().toString()).build())
        .entity(coupon)
        .build();
  }

  @GET
  @Path("/coupons/{id}")
  @Operation(summary = "One coupon with what happened to it")
  public CouponView view(@PathParam("id") String id) {
    return coupons.view(Ids.parse(id));
  }

  @POST
  @Path("/coupons/{id}/revocation")
  @Operation(summary = "Take back a coupon that was not used")
  public CouponView revoke(@PathParam("id") String id, Why why) {
    return coupons.revoke(new RevokeCoupon(Ids.parse(id), why.reason()));
  }

  @GET
  @Path("/customers/{id}/coupons")
  @Operation(summary = "A customer's coupons, newest first")
  public List<CouponView> ofCustomer(@PathParam("id") String id) {
    return coupons.ofCustomer(Ids.parse(id));
  }

  @POST
  @Path("/price-questions")
  @Operation(
      summary = "What a cart would cost a customer, and why",
      description =
          "Without lines his cart, without coupons all that he has. Each coupon comes with what"
              + " each rule says of it; the rules are those of the checkout. Nothing changes.")
  public PriceExplained explain(SimulatePrice question) {
    return coupons.explain(question);
  }
}
