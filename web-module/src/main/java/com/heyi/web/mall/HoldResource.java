package com.heyi.web.mall;

import com.heyi.mall.HoldFacade;
import com.heyi.mall.HoldView;
import com.heyi.mall.PostHold;
import com.heyi.mall.VoidHold;
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

/** A hold of points, and what becomes of it. */
@Path("/points-holds/{holdId}")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "points")
public class HoldResource {
  @Inject private HoldFacade holds;

  /**
   * What to spend.
   *
   * @param points how many, 1 to what is held
   * @param reason what for
   */
  public record Posting(Points points, String reason) {}

  /**
   * Why it is let go.
   *
   * @param reason why
   */
  public record Voiding(String reason) {}

  @GET
  @Operation(summary = "A hold of points")
  public HoldView view(@PathParam("holdId") String holdId) {
    return holds.view(Ids.parse(holdId));
  }

  @POST
  @Path("/posting")
  @Operation(summary = "Spend what is held, in whole or in part; the rest goes back")
  public HoldView post(@PathParam("holdId") String holdId, Posting posting) {
    return holds.post(new PostHold(Ids.parse(holdId), posting.points(), posting.reason()));
  }

  @POST
  @Path("/voiding")
  @Operation(summary = "Let go what is held")
  public HoldView release(@PathParam("holdId") String holdId, Voiding voiding) {
    return holds.release(new VoidHold(Ids.parse(holdId), voiding.reason()));
  }
}
