package com.heyi.web.mall;

import com.heyi.mall.AcceptPrices;
import com.heyi.mall.BundlesFacade;
import com.heyi.mall.CartView;
import com.heyi.mall.CheckoutFacade;
import com.heyi.mall.PutBundleInCart;
import com.heyi.mall.PutInCart;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Points;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Carts, one a customer. */
@Path("/mall/carts")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "mall")
public class CartsResource {
  @Inject private CheckoutFacade checkouts;
  @Inject private BundlesFacade bundles;

  /**
   * What is to be in the cart.
   *
   * @param sku the item's code
   * @param quantity pieces; 0 takes it out
   */
  public record Wish(String sku, long quantity) {}

  /**
   * Prices agreed to.
   *
   * @param total what the customer was told that all of it costs
   */
  public record Agreement(Points total) {}

  @GET
  @Path("/{customerId}")
  @Operation(summary = "A customer's cart at today's prices")
  public CartView view(@PathParam("customerId") String customerId) {
    return checkouts.cart(Ids.parse(customerId));
  }

  @POST
  @Path("/{customerId}/lines")
  @Operation(summary = "Say how many pieces of an item are in the cart; 0 takes it out")
  public CartView put(@PathParam("customerId") String customerId, Wish wish) {
    return checkouts.put(new PutInCart(Ids.parse(customerId), wish.sku(), wish.quantity()));
  }

  /**
   * Bundles wanted.
   *
   * @param bundle code of the bundle
   * @param times how many of it
   */
  public record BundleWish(String bundle, long times) {}

  @POST
  @Path("/{customerId}/bundles")
  @Operation(summary = "Put all items of a bundle into the cart, beside what is there; all or none")
  public CartView putBundle(@PathParam("customerId") String customerId, BundleWish wish) {
    return bundles.put(new PutBundleInCart(Ids.parse(customerId), wish.bundle(), wish.times()));
  }

  @POST
  @Path("/{customerId}/agreement")
  @Operation(summary = "Agree to prices that have changed since they were shown")
  public CartView agree(@PathParam("customerId") String customerId, Agreement to) {
    return checkouts.acceptPrices(new AcceptPrices(Ids.parse(customerId), to.total()));
  }
}
