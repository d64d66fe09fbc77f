package com.heyi.web.promotions;

import com.heyi.promotions.CampaignFacade;
import com.heyi.promotions.CampaignView;
import com.heyi.promotions.ChangeCampaign;
import com.heyi.promotions.CreateCampaign;
import com.heyi.promotions.SetBudget;
import com.heyi.shared.value.Ids;
import com.heyi.web.common.Lists;
import com.heyi.web.common.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Campaigns. Budget and start wait for a second person (202); If-Match names the version. */
@Path("/promotions/campaigns")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "promotions")
public class CampaignsResource {
  @Inject private CampaignFacade campaigns;

  /**
   * @param reason why
   */
  public record Why(String reason) {}

  /**
   * @param budget how much may be spent in all
   * @param reason why
   */
  public record Budget(long budget, String reason) {}

  @GET
  @Operation(
      summary = "Campaigns, newest first",
      description = "Filters: code, name, status, unit. Sorts: createdAt, startsOn, endsOn.")
  public Response list(@Context UriInfo uri) {
    return Lists.answer(uri, campaigns.list(Lists.request(uri)));
  }

  @POST
  @Operation(summary = "Define a campaign, without a budget")
  public Response create(CreateCampaign command, @Context UriInfo uri) {
    CampaignView campaign = campaigns.create(command);
    return Response.created(uri.getAbsolutePathBuilder().path(campaign.id().toString()).build())
        .entity(campaign)
        .tag(Versions.tag(campaign.version()))
        .build();
  }

  /** Never 304: what is spent moves without the campaign's version. */
  @GET
  @Path("/{id}")
  @Operation(summary = "One campaign with what it has spent")
  public Response view(@PathParam("id") String id) {
    return answer(campaigns.view(Ids.parse(id)));
  }

  @PUT
  @Path("/{id}/budget")
  @Operation(summary = "Say how much a campaign may spend in all")
  public Response setBudget(@PathParam("id") String id, Budget to, @Context HttpHeaders headers) {
    return answer(
        campaigns.setBudget(
            new SetBudget(Ids.parse(id), Versions.required(headers), to.budget(), to.reason())));
  }

  @POST
  @Path("/{id}/start")
  @Operation(summary = "Let a campaign spend")
  public Response start(@PathParam("id") String id, Why why, @Context HttpHeaders headers) {
    return answer(campaigns.start(change(id, why, headers)));
  }

  @POST
  @Path("/{id}/stop")
  @Operation(summary = "Let a campaign spend no more")
  public Response stop(@PathParam("id") String id, Why why, @Context HttpHeaders headers) {
    return answer(campaigns.stop(change(id, why, headers)));
  }

  @POST
  @Path("/{id}/issue")
  @Operation(summary = "Start the batch that gives the campaign's coupon to its whole audience")
  public Response issue(@PathParam("id") String id, Why why, @Context HttpHeaders headers) {
    return answer(campaigns.issue(change(id, why, headers)));
  }

  private static ChangeCampaign change(String id, Why why, HttpHeaders headers) {
    return new ChangeCampaign(Ids.parse(id), Versions.required(headers), why.reason());
  }

  private static Response answer(CampaignView campaign) {
    return Versions.changed(campaign, campaign.version());
  }
}
