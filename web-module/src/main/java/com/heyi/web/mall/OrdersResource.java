package com.heyi.web.mall;

import com.heyi.mall.AdvanceOrder;
import com.heyi.mall.CancelOrder;
import com.heyi.mall.OrderFacade;
import com.heyi.mall.OrderView;
import com.heyi.mall.PlaceOrder;
import com.heyi.mall.ShipOrder;
import com.heyi.shared.value.Ids;
import com.heyi.web.common.Lists;
import com.heyi.web.common.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Orders. */
@Path("/mall/orders")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "mall")
public class OrdersResource {
  @Inject private OrderFacade orders;

  /**
   * What to cancel.
   *
   * @param reason why
   * @param lines what of the order; absent or empty for all that is left
   */
  public record Cancellation(String reason, List<CancelOrder.Line> lines) {}

  /**
   * A parcel.
   *
   * @param carrier who brings it
   * @param trackingNumber the carrier's number for it
   */
  public record Shipment(String carrier, String trackingNumber) {}

  @GET
  @Operation(
      summary =
          "Orders, latest first; filters number, externalRef, customer, customerId, branch, status,"
              + " stage, from, to")
  public Response list(@Context UriInfo uri) {
    return Lists.answer(uri, orders.list(Lists.request(uri)));
  }

  @POST
  @Operation(summary = "Redeem a customer's points for goods")
  public Response place(PlaceOrder command, @Context UriInfo uri) {
    OrderView order = orders.place(command);
    return Response.created(uri.getAbsolutePathBuilder().path(order.id().toString()).build())
        .entity(order)
        .tag(Versions.tag(order.version()))
        .build();
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One order with its lines, cancellations and refunds")
  public Response view(@PathParam("id") String id, @Context Request request) {
    OrderView order = orders.view(Ids.parse(id));
    return Versions.read(request, order, order.version());
  }

  @POST
  @Path("/{id}/cancellations")
  @Operation(summary = "Cancel an order in whole or in part; the points go back to their lots")
  public Response cancel(
      @PathParam("id") String id, Cancellation what, @Context HttpHeaders headers) {
    OrderView order =
        orders.cancel(
            new CancelOrder(
                Ids.parse(id), Versions.required(headers), what.reason(), what.lines()));
    return Versions.changed(order, order.version());
  }

  @POST
  @Path("/{id}/confirmation")
  @Operation(summary = "Take an order on")
  public Response confirm(@PathParam("id") String id, @Context HttpHeaders headers) {
    return moved(orders.confirm(new AdvanceOrder(Ids.parse(id), Versions.required(headers))));
  }

  @POST
  @Path("/{id}/packing")
  @Operation(summary = "The goods are ready to be fetched")
  public Response pack(@PathParam("id") String id, @Context HttpHeaders headers) {
    return moved(orders.pack(new AdvanceOrder(Ids.parse(id), Versions.required(headers))));
  }

  @POST
  @Path("/{id}/shipment")
  @Operation(summary = "Hand the goods to a carrier; from here on the order cannot be cancelled")
  public Response ship(@PathParam("id") String id, Shipment parcel, @Context HttpHeaders headers) {
    return moved(
        orders.ship(
            new ShipOrder(
                Ids.parse(id),
                Versions.required(headers),
                parcel.carrier(),
                parcel.trackingNumber())));
  }

  @POST
  @Path("/{id}/delivery")
  @Operation(summary = "The customer has the goods; the return period begins")
  public Response deliver(@PathParam("id") String id, @Context HttpHeaders headers) {
    return moved(orders.deliver(new AdvanceOrder(Ids.parse(id), Versions.required(headers))));
  }

  private static Response moved(OrderView order) {
    return Versions.changed(order, order.version());
  }
}
