package com.heyi.web.mall;

import com.heyi.mall.EndOffer;
import com.heyi.mall.PricesFacade;
import com.heyi.mall.PricesView;
import com.heyi.mall.SetItemPrice;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
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
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an item costs: ordinarily, for a tier, for a time. */
@Path("/mall/items/{id}/prices")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "mall")
public class PricesResource {
  @Inject private PricesFacade prices;

  /**
   * A price; with neither tier nor end it is the ordinary one, from now on.
   *
   * @param label why, as customers read it
   * @param tier code of the tier that it is for, or null for everybody
   * @param from first moment at which it holds, or null for now
   * @param until first moment at which it no longer holds; needed unless there is a tier
   * @param price points for one piece
   * @param cash money for one piece beside the points, or null
   */
  public record NewPrice(
      String label, String tier, Instant from, Instant until, Points price, Money cash) {}

  @GET
  @Operation(summary = "The ordinary price of an item, and the offers beside it")
  public PricesView prices(@PathParam("id") String id) {
    return prices.prices(Ids.parse(id));
  }

  @POST
  @Operation(summary = "Set the ordinary price, or make an offer for a tier or a time")
  public Response set(@PathParam("id") String id, NewPrice body, @Context HttpHeaders headers) {
    PricesView now =
        prices.set(
            new SetItemPrice(
                Ids.parse(id),
                Versions.required(headers),
                body.label(),
                body.tier(),
                body.from(),
                body.until(),
                body.price(),
                body.cash()));
    return Versions.changed(now, now.version());
  }

  @POST
  @Path("/{offer}/end")
  @Operation(summary = "End an offer now; one that has not begun never holds")
  public PricesView end(@PathParam("id") String id, @PathParam("offer") String offer) {
    return prices.end(new EndOffer(Ids.parse(id), Ids.parse(offer)));
  }
}
