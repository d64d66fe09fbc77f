package com.heyi.web.mall;

import com.heyi.mall.HoldFacade;
import com.heyi.mall.HoldPoints;
import com.heyi.mall.HoldView;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Points;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Sets a customer's points aside. */
@Path("/customers/{customerId}/points/holds")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "points")
public class HoldsResource {
  @Inject private HoldFacade holds;

  /**
   * Points to hold.
   *
   * @param points how many
   * @param minutes for how long
   * @param reason what for
   */
  public record Hold(Points points, int minutes, String reason) {}

  @POST
  @Operation(summary = "Set points aside for some minutes, soonest to expire first")
  public Response hold(@PathParam("customerId") String customerId, Hold hold) {
    HoldView placed =
        holds.place(
            new HoldPoints(Ids.parse(customerId), hold.points(), hold.minutes(), hold.reason()));
    return Response.status(Response.Status.CREATED).entity(placed).build();
  }
}
