package com.heyi.web.relationship;

import com.heyi.relationship.ClaimFollowUp;
import com.heyi.relationship.FinishFollowUp;
import com.heyi.relationship.FollowUpFigure;
import com.heyi.relationship.FollowUpOutcome;
import com.heyi.relationship.FollowUpResult;
import com.heyi.relationship.FollowUpView;
import com.heyi.relationship.FollowUpsFacade;
import com.heyi.relationship.ReleaseFollowUp;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Customers whom somebody should speak to. If-Match names the follow-up's version. */
@Path("/follow-ups")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "follow-ups")
public class FollowUpsResource {
  @Inject private FollowUpsFacade followUps;

  /**
   * @param outcome what came of it
   * @param note more about it; needed for OTHER and for an alert
   */
  public record Finished(FollowUpOutcome outcome, String note) {}

  @GET
  @Operation(
      summary = "Follow-ups, the nearest due first; an operator sees those of his own customers",
      description =
          "Filters: status, reason, manager, customer (his number). Sorts: dueOn, openedAt.")
  public Response list(@Context UriInfo uri) {
    return Lists.answer(uri, followUps.list(Lists.request(uri)));
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One follow-up")
  public Response view(@PathParam("id") String id, @Context Request request) {
    FollowUpView followUp = followUps.view(Ids.parse(id));
    return Versions.read(request, followUp, followUp.version());
  }

  @GET
  @Path("/{id}/results")
  @Operation(summary = "What came of a follow-up each time that it was done, the latest first")
  public Lists.Part<FollowUpResult> results(@PathParam("id") String id) {
    return new Lists.Part<>(followUps.results(Ids.parse(id)), null);
  }

  @POST
  @Path("/{id}/claim")
  @Operation(summary = "Take a follow-up on")
  public Response claim(@PathParam("id") String id, @Context HttpHeaders headers) {
    FollowUpView followUp =
        followUps.claim(new ClaimFollowUp(Ids.parse(id), Versions.required(headers)));
    return Versions.changed(followUp, followUp.version());
  }

  @POST
  @Path("/{id}/release")
  @Operation(summary = "Give a follow-up back")
  public Response release(@PathParam("id") String id, @Context HttpHeaders headers) {
    FollowUpView followUp =
        followUps.release(new ReleaseFollowUp(Ids.parse(id), Versions.required(headers)));
    return Versions.changed(followUp, followUp.version());
  }

  @POST
  @Path("/{id}/finish")
  @Operation(summary = "Say what came of a follow-up")
  public Response finish(@PathParam("id") String id, Finished body, @Context HttpHeaders headers) {
    FollowUpView followUp =
        followUps.finish(
            new FinishFollowUp(
                Ids.parse(id),
                Versions.required(headers),
                body == null ? null : body.outcome(),
                body == null ? null : body.note()));
    return Versions.changed(followUp, followUp.version());
  }

  @GET
  @Path("/of-customer/{customerId}")
  @Operation(summary = "A customer's follow-ups that are not closed")
  public Lists.Part<FollowUpView> ofCustomer(@PathParam("customerId") String customerId) {
    return new Lists.Part<>(followUps.openOf(Ids.parse(customerId)), null);
  }

  @GET
  @Path("/figures")
  @Operation(
      summary = "What came of the follow-ups that were done in a period, 90 days if left out")
  public Lists.Part<FollowUpFigure> figures(
      @QueryParam("from") String from, @QueryParam("to") String to) {
    return new Lists.Part<>(
        followUps.figures(MonthTexts.day("from", from), MonthTexts.day("to", to)), null);
  }
}
