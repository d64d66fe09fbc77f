package com.heyi.web.learning;

import com.heyi.complaints.WinBackOutcome;
import com.heyi.learning.CareFacade;
import com.heyi.learning.FinishWinBack;
import com.heyi.learning.HandleSecondFailure;
import com.heyi.learning.NoticeView;
import com.heyi.learning.PlanWinBack;
import com.heyi.learning.SecondFailureView;
import com.heyi.learning.SeeNotice;
import com.heyi.learning.WinBackMonth;
import com.heyi.learning.WinBackView;
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

/** What the staff is told, second failures, and customers to be won back. */
@Path("/care")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "learning")
public class CareResource {
  @Inject private CareFacade care;

  /**
   * @param handling what was done
   */
  public record Handling(String handling) {}

  /**
   * @param outcome what came of it
   * @param result what was done and said
   */
  public record Outcome(WinBackOutcome outcome, String result) {}

  @GET
  @Path("/notices")
  @Operation(summary = "What the caller is told and has not seen")
  public List<NoticeView> notices() {
    return care.notices();
  }

  @POST
  @Path("/notices/{id}/seen")
  @Operation(summary = "Say that a notice was seen")
  public Response see(@PathParam("id") String id) {
    care.see(new SeeNotice(Ids.parse(id)));
    return Response.noContent().build();
  }

  @GET
  @Path("/second-failures")
  @Operation(
      summary = "Second failures soon after the first, the latest first",
      description = "Filters: open (yes or no), complaint (id). Sorts: raisedAt.")
  public Response secondFailures(@Context UriInfo uri) {
    return Lists.answer(uri, care.secondFailures(Lists.request(uri)));
  }

  @POST
  @Path("/second-failures/{id}/handling")
  @Operation(summary = "Say what was done for a customer who was failed twice")
  public Response handle(@PathParam("id") String id, Handling body, @Context HttpHeaders headers) {
    SecondFailureView handled =
        care.handle(
            new HandleSecondFailure(Ids.parse(id), Versions.required(headers), body.handling()));
    return Response.ok(handled).tag(Versions.tag(handled.version())).build();
  }

  @GET
  @Path("/win-backs")
  @Operation(
      summary = "Customers to be won back, the most urgent first",
      description = "Filters: owner, complaint (id), open (yes or no). Sorts: dueOn.")
  public Response winBacks(@Context UriInfo uri) {
    return Lists.answer(uri, care.winBacks(Lists.request(uri)));
  }

  @POST
  @Path("/win-backs")
  @Operation(summary = "Ask somebody to win a customer back")
  public Response plan(PlanWinBack command) {
    return Response.status(Response.Status.CREATED).entity(care.plan(command)).build();
  }

  @POST
  @Path("/win-backs/{id}/outcome")
  @Operation(summary = "Say what came of it")
  public Response finish(@PathParam("id") String id, Outcome body, @Context HttpHeaders headers) {
    WinBackView done =
        care.finish(
            new FinishWinBack(
                Ids.parse(id), Versions.required(headers), body.outcome(), body.result()));
    return Response.ok(done).tag(Versions.tag(done.version())).build();
  }

  @GET
  @Path("/win-backs/months")
  @Operation(summary = "How winning back went, of the last twelve months")
  public List<WinBackMonth> months() {
    return care.winBackMonths();
  }
}
