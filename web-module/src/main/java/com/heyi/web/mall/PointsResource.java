package com.heyi.web.mall;

import com.heyi.mall.GrantPoints;
import com.heyi.mall.GrantView;
import com.heyi.mall.PointsFacade;
import com.heyi.mall.PointsView;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Points;
import com.heyi.web.common.Lists;
import jakarta.enterprise.context.RequestScoped;
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
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A customer's points. */
@Path("/customers/{customerId}/points")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "points")
public class PointsResource {
  @Inject private PointsFacade points;

  /**
   * Points to grant.
   *
   * @param points how many
   * @param reason why
   * @param expiresOn last day on which they can be used; absent for the rule
   */
  public record Grant(Points points, String reason, LocalDate expiresOn) {}

  @GET
  @Operation(summary = "A customer's points today, lot by lot and per last day")
  public PointsView view(@PathParam("customerId") String customerId) {
    return points.view(Ids.parse(customerId));
  }

  @GET
  @Path("/statement")
  @Operation(summary = "A customer's statement, latest first; filter kind")
  public Response statement(@PathParam("customerId") String customerId, @Context UriInfo uri) {
    return Lists.answer(uri, points.statement(Ids.parse(customerId), Lists.request(uri)).page());
  }

  @POST
  @Path("/grants")
  @Operation(summary = "Grant points to a customer")
  public Response grant(@PathParam("customerId") String customerId, Grant grant) {
    GrantView granted =
        points.grant(
            new GrantPoints(
                Ids.parse(customerId), grant.points(), grant.reason(), grant.expiresOn()));
    return Response.status(Response.Status.CREATED).entity(granted).build();
  }
}
