package com.heyi.web.relationship;

import com.heyi.relationship.DryRun;
import com.heyi.relationship.EvaluationView;
import com.heyi.relationship.SetTierByHand;
import com.heyi.relationship.SetTierRules;
import com.heyi.relationship.StandingView;
import com.heyi.relationship.StartEvaluation;
import com.heyi.relationship.TierCount;
import com.heyi.relationship.TierRulesView;
import com.heyi.relationship.TiersFacade;
import com.heyi.shared.value.Ids;
import com.heyi.web.common.Lists;
import com.heyi.web.common.ReadsByPost;
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
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Customers' tiers, the rules behind them, and the batch that applies them. */
@Path("/customer-tiers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "customer tiers")
public class CustomerTiersResource {
  @Inject private TiersFacade tiers;

  /**
   * @param tier code of the tier
   * @param until last day on which he has it
   * @param reason why
   */
  public record ByHand(String tier, LocalDate until, String reason) {}

  @GET
  @Operation(summary = "How many customers have each tier today")
  public Lists.Part<TierCount> counts() {
    return new Lists.Part<>(tiers.counts(), null);
  }

  @GET
  @Path("/rules")
  @Operation(summary = "All sets of tiers and rules that were ever set, the newest first")
  public Lists.Part<TierRulesView> rules() {
    return new Lists.Part<>(tiers.rules(), null);
  }

  @POST
  @Path("/rules")
  @Operation(
      summary = "Set the tiers and their rules from a day on",
      description = "Waits for a second person (202).")
  public Response setRules(SetTierRules command) {
    return Response.status(Response.Status.CREATED).entity(tiers.setRules(command)).build();
  }

  @POST
  @Path("/rules/dry-run")
  @ReadsByPost
  @Operation(
      summary = "Who would rise and fall by other rules, were they in force now",
      description = "Changes nothing. Looks at every customer, so it takes its time.")
  public DryRun tryRules(SetTierRules command) {
    return tiers.tryRules(command);
  }

  @GET
  @Path("/standings")
  @Operation(
      summary = "Where customers stand",
      description =
          "Filters: tier, grace (yes: about to fall), rising (yes: about to rise), hand, customer"
              + " (his number). Sorts: since, assets, activity, points, nextPercent.")
  public Response standings(@Context UriInfo uri) {
    return Lists.answer(uri, tiers.standings(Lists.request(uri)));
  }

  @GET
  @Path("/changes")
  @Operation(
      summary = "How customers came to their tiers, with the figures that decided",
      description = "Filters: customer (his number), kind, to. Sort: changedAt.")
  public Response changes(@Context UriInfo uri) {
    return Lists.answer(uri, tiers.changes(Lists.request(uri)));
  }

  /** Never 304: a grace ends at midnight without a new version. */
  @GET
  @Path("/of-customer/{customerId}")
  @Operation(summary = "Where one customer stands, and what he lacks for the next tier")
  public Response standing(@PathParam("customerId") String customerId) {
    StandingView standing = tiers.standing(Ids.parse(customerId));
    return Versions.changed(standing, standing.version());
  }

  @POST
  @Path("/of-customer/{customerId}/by-hand")
  @Operation(
      summary = "Give a customer a tier for a time, whatever his figures say",
      description = "Waits for a second person (202). If-Match names the version of his standing.")
  public Response setByHand(
      @PathParam("customerId") String customerId, ByHand body, @Context HttpHeaders headers) {
    StandingView standing =
        tiers.setByHand(
            new SetTierByHand(
                Ids.parse(customerId),
                Versions.required(headers),
                body.tier(),
                body.until(),
                body.reason()));
    return Versions.changed(standing, standing.version());
  }

  @GET
  @Path("/evaluations")
  @Operation(summary = "The latest runs of the batch and how far each has come")
  public Lists.Part<EvaluationView> evaluations() {
    return new Lists.Part<>(tiers.evaluations(), null);
  }

  @POST
  @Path("/evaluations")
  @Operation(summary = "Start the batch for the customers who were not placed for today yet")
  public Response evaluate(StartEvaluation command) {
    return Response.accepted(tiers.evaluate(command)).build();
  }
}
