package com.heyi.web.learning;

import com.heyi.learning.AccountabilityFacade;
import com.heyi.learning.AppealViolation;
import com.heyi.learning.DecideAppeal;
import com.heyi.learning.GiveViolation;
import com.heyi.learning.SetThreshold;
import com.heyi.learning.SetViolationRule;
import com.heyi.learning.StaffPoints;
import com.heyi.learning.ThresholdView;
import com.heyi.learning.ViolationRuleView;
import com.heyi.learning.ViolationView;
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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Points for staff who answer for a violation; giving them waits for a second person (202). */
@Path("/violations")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "learning")
public class ViolationsResource {
  @Inject private AccountabilityFacade accountability;

  /**
   * @param grounds why the points are wrong
   */
  public record Grounds(String grounds) {}

  /**
   * @param upheld whether the points stand
   * @param decision why
   */
  public record Decision(boolean upheld, String decision) {}

  @GET
  @Operation(
      summary = "All violations, the latest given first",
      description = "Filters: staff, rule, status. Sorts: givenAt.")
  public Response list(@Context UriInfo uri) {
    return Lists.answer(uri, accountability.list(Lists.request(uri)));
  }

  @POST
  @Operation(summary = "Give the points of a violation")
  public Response give(GiveViolation command) {
    ViolationView given = accountability.give(command);
    return Response.status(Response.Status.CREATED).entity(given).build();
  }

  @GET
  @Path("/mine")
  @Operation(summary = "How the caller himself stands")
  public StaffPoints mine() {
    return accountability.mine();
  }

  @GET
  @Path("/staff/{account}")
  @Operation(summary = "How somebody stands")
  public StaffPoints standing(@PathParam("account") String account) {
    return accountability.standing(account);
  }

  @POST
  @Path("/{id}/appeal")
  @Operation(summary = "Appeal against one's own points")
  public Response appeal(@PathParam("id") String id, Grounds body, @Context HttpHeaders headers) {
    return answer(
        accountability.appeal(
            new AppealViolation(Ids.parse(id), Versions.required(headers), body.grounds())));
  }

  @POST
  @Path("/{id}/decision")
  @Operation(summary = "Decide an appeal, as somebody else")
  public Response decide(@PathParam("id") String id, Decision body, @Context HttpHeaders headers) {
    return answer(
        accountability.decide(
            new DecideAppeal(
                Ids.parse(id), Versions.required(headers), body.upheld(), body.decision())));
  }

  @GET
  @Path("/rules")
  @Operation(summary = "What violations give, all that was ever set")
  public List<ViolationRuleView> rules() {
    return accountability.rules();
  }

  @POST
  @Path("/rules")
  @Operation(summary = "Set what a violation gives from a day on")
  public ViolationRuleView set(SetViolationRule command) {
    return accountability.set(command);
  }

  @GET
  @Path("/thresholds")
  @Operation(summary = "What sums of points lead to, all that was ever set")
  public List<ThresholdView> thresholds() {
    return accountability.thresholds();
  }

  @POST
  @Path("/thresholds")
  @Operation(summary = "Set what a sum of points leads to from a day on")
  public ThresholdView set(SetThreshold command) {
    return accountability.set(command);
  }

  private static Response answer(ViolationView violation) {
    return Response.ok(violation).tag(Versions.tag(violation.version())).build();
  }
}
