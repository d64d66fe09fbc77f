package com.heyi.web.mall;

import com.heyi.mall.CheckOut;
import com.heyi.mall.CheckoutFacade;
import com.heyi.mall.CheckoutView;
import com.heyi.mall.ResolveCheckout;
import com.heyi.shared.value.Ids;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Checkouts: points and pieces set aside for a cart. */
@Path("/mall/checkouts")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "mall")
public class CheckoutsResource {
  @Inject private CheckoutFacade checkouts;

  @POST
  @Operation(summary = "Set points and pieces aside for all that is in a customer's cart")
  public Response begin(CheckOut command, @Context UriInfo uri) {
    CheckoutView checkout = checkouts.begin(command);
    return Response.created(uri.getAbsolutePathBuilder().path(checkout.id().toString()).build())
        .entity(checkout)
        .build();
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One checkout")
  public CheckoutView view(@PathParam("id") String id) {
    return checkouts.view(Ids.parse(id));
  }

  @POST
  @Path("/{id}/confirmation")
  @Operation(summary = "Place the order with what is set aside")
  public CheckoutView confirm(@PathParam("id") String id) {
    return checkouts.confirm(new ResolveCheckout(Ids.parse(id)));
  }

  @POST
  @Path("/{id}/release")
  @Operation(summary = "Let go what is set aside; the cart stays")
  public CheckoutView release(@PathParam("id") String id) {
    return checkouts.release(new ResolveCheckout(Ids.parse(id)));
  }
}
