package com.heyi.web.promotions;

import com.heyi.promotions.BenefitFacade;
import com.heyi.promotions.BenefitToday;
import com.heyi.promotions.BenefitView;
import com.heyi.promotions.BuyMembership;
import com.heyi.promotions.CreateBenefit;
import com.heyi.promotions.CreateLevel;
import com.heyi.promotions.EndBenefit;
import com.heyi.promotions.EndMembership;
import com.heyi.promotions.LevelView;
import com.heyi.promotions.MembershipView;
import com.heyi.promotions.TakeBenefit;
import com.heyi.promotions.TakenView;
import com.heyi.shared.value.Ids;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Benefits by the calendar, and levels of membership with a fee in points, money or both. */
@Path("/promotions")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "promotions")
public class BenefitsResource {
  @Inject private BenefitFacade benefits;

  /**
   * @param reason why
   */
  public record Why(String reason) {}

  /**
   * @param benefit code of the benefit
   */
  public record Wanted(String benefit) {}

  /**
   * @param level code of the level
   * @param accountId the customer's account that pays what it costs in money; null for none
   * @param renews the membership of his that goes on; null when he has none
   */
  public record Purchase(String level, UUID accountId, UUID renews) {}

  @GET
  @Path("/benefits")
  @Operation(summary = "All benefits, newest first")
  public List<BenefitView> list() {
    return benefits.list();
  }

  @POST
  @Path("/benefits")
  @Operation(summary = "Define a benefit: a coupon or points, by a rhythm of bank days")
  public BenefitView create(CreateBenefit command) {
    return benefits.create(command);
  }

  @POST
  @Path("/benefits/{id}/end")
  @Operation(summary = "Let nobody take it any more after today")
  public BenefitView end(@PathParam("id") String id, Why why) {
    return benefits.end(new EndBenefit(Ids.parse(id), why.reason()));
  }

  @GET
  @Path("/customers/{id}/benefits")
  @Operation(summary = "What a customer may take today, and when next")
  public List<BenefitToday> today(@PathParam("id") String id) {
    return benefits.today(Ids.parse(id));
  }

  @POST
  @Path("/customers/{id}/benefits")
  @Operation(summary = "A customer takes a benefit")
  public TakenView take(@PathParam("id") String id, Wanted wanted) {
    return benefits.take(new TakeBenefit(Ids.parse(id), wanted.benefit()));
  }

  @GET
  @Path("/membership-levels")
  @Operation(summary = "The levels of membership, the lowest first")
  public List<LevelView> levels() {
    return benefits.levels();
  }

  @POST
  @Path("/membership-levels")
  @Operation(summary = "Define a level of membership")
  public LevelView createLevel(CreateLevel command) {
    return benefits.createLevel(command);
  }

  @GET
  @Path("/customers/{id}/memberships")
  @Operation(summary = "A customer's memberships, the latest first")
  public List<MembershipView> memberships(@PathParam("id") String id) {
    return benefits.memberships(Ids.parse(id));
  }

  @POST
  @Path("/customers/{id}/memberships")
  @Operation(
      summary = "A customer buys a level for its fee in points, money or both, or renews it",
      description =
          "renews is the id of the membership of his with goesOn, or absent when he has none, so"
              + " that the same purchase from two tabs is made once: 409 membership.standing names"
              + " the membership that is there, its last day and its id; 409"
              + " membership.not-standing says that the one named is over or was ended.")
  public Response buy(@PathParam("id") String id, Purchase purchase) {
    return answer(
        benefits.buy(
            new BuyMembership(
                Ids.parse(id), purchase.level(), purchase.accountId(), purchase.renews())));
  }

  @POST
  @Path("/memberships/{id}/end")
  @Operation(summary = "End a membership early; If-Match names its version")
  public Response endMembership(@PathParam("id") String id, Why why, @Context HttpHeaders headers) {
    return answer(
        benefits.endMembership(
            new EndMembership(Ids.parse(id), Versions.required(headers), why.reason())));
  }

  private static Response answer(MembershipView membership) {
    return Versions.changed(membership, membership.version());
  }
}
