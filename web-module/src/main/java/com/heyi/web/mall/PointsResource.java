package com.heyi.web.mall;

import com.heyi.mall.ActivatePoints;
import com.heyi.mall.AdjustPoints;
import com.heyi.mall.BalanceOn;
import com.heyi.mall.BalanceStates;
import com.heyi.mall.CorrectionsFacade;
import com.heyi.mall.GrantKind;
import com.heyi.mall.GrantPoints;
import com.heyi.mall.MoveRecordsPoints;
import com.heyi.mall.PointsFacade;
import com.heyi.mall.PointsView;
import com.heyi.mall.ReverseGrant;
import com.heyi.mall.TransferPoints;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Points;
import com.heyi.web.common.Lists;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A customer's points. */
@Path("/customers/{customerId}/points")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "points")
public class PointsResource {
  @Inject private PointsFacade points;
  @Inject private CorrectionsFacade corrections;

  /**
   * Points to grant.
   *
   * @param points how many
   * @param reason why
   * @param expiresOn last day on which they can be used; absent for the rule of their kind
   * @param kind kind of grant; absent for STANDARD
   * @param effectiveOn the day for which it counts; absent for today
   * @param activatesOn first day on which they can be used; absent for at once
   * @param activatesBy the event that makes them usable; absent for none
   */
  public record Grant(
      Points points,
      String reason,
      LocalDate expiresOn,
      GrantKind kind,
      LocalDate effectiveOn,
      LocalDate activatesOn,
      String activatesBy) {}

  /**
   * A move of points between records of one person.
   *
   * @param reason why
   */
  public record Move(String reason) {}

  /**
   * A correction by hand.
   *
   * @param points more (positive) or fewer (negative)
   * @param reason why
   * @param effectiveOn the day for which it counts; absent for today
   * @param expiresOn last day of points that are added; absent for the rule
   */
  public record Adjustment(
      long points, String reason, LocalDate effectiveOn, LocalDate expiresOn) {}

  /**
   * A reversal.
   *
   * @param entryId the grant, or the correction upwards
   * @param reason why
   * @param waiveWhatIsSpent whether what cannot be taken back is given up
   */
  public record Reversal(UUID entryId, String reason, boolean waiveWhatIsSpent) {}

  /**
   * Locked points to let go.
   *
   * @param event what has happened
   * @param reason why
   */
  public record Activation(String event, String reason) {}

  /**
   * Points to give away.
   *
   * @param toCustomerId the other member of the household
   * @param points how many
   * @param reason why
   */
  public record Transfer(UUID toCustomerId, Points points, String reason) {}

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
  @Operation(summary = "Grant points to a customer; dryRun=true tells what would be booked")
  public Response grant(
      @PathParam("customerId") String customerId,
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      Grant grant) {
    GrantPoints command =
        new GrantPoints(
            Ids.parse(customerId),
            grant.points(),
            grant.reason(),
            grant.expiresOn(),
            grant.kind(),
            grant.effectiveOn(),
            grant.activatesOn(),
            grant.activatesBy());
    return dryRun ? tried(corrections.tryGrant(command)) : booked(points.grant(command));
  }

  @POST
  @Path("/adjustments")
  @Operation(summary = "Correct points by hand; dryRun=true tells what would be booked")
  public Response adjust(
      @PathParam("customerId") String customerId,
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      Adjustment adjustment) {
    AdjustPoints command =
        new AdjustPoints(
            Ids.parse(customerId),
            adjustment.points(),
            adjustment.reason(),
            adjustment.effectiveOn(),
            adjustment.expiresOn());
    return dryRun ? tried(corrections.tryAdjust(command)) : booked(corrections.adjust(command));
  }

  @POST
  @Path("/reversals")
  @Operation(summary = "Reverse a grant, once; dryRun=true tells what would be booked")
  public Response reverse(
      @PathParam("customerId") String customerId,
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      Reversal reversal) {
    ReverseGrant command =
        new ReverseGrant(
            Ids.parse(customerId),
            reversal.entryId(),
            reversal.reason(),
            reversal.waiveWhatIsSpent());
    return dryRun ? tried(corrections.tryReverse(command)) : booked(corrections.reverse(command));
  }

  @POST
  @Path("/activations")
  @Operation(summary = "Make locked points usable because what they waited for has happened")
  public Response activate(@PathParam("customerId") String customerId, Activation activation) {
    return booked(
        corrections.activate(
            new ActivatePoints(Ids.parse(customerId), activation.event(), activation.reason())));
  }

  @POST
  @Path("/transfers")
  @Operation(summary = "Give points to another member of the household; they keep their last day")
  public Response transfer(@PathParam("customerId") String customerId, Transfer transfer) {
    return booked(
        corrections.transfer(
            new TransferPoints(
                Ids.parse(customerId),
                transfer.toCustomerId(),
                transfer.points(),
                transfer.reason())));
  }

  @POST
  @Path("/records/{recordId}/move")
  @Operation(
      summary = "Move the usable points of a merged record over to the customer",
      description =
          "They keep their lots and last days; when the two are parted again, what is not spent"
              + " goes back. 422 points.nothing-to-move when there is nothing, or not yet.")
  public Response moveRecord(
      @PathParam("customerId") String customerId,
      @PathParam("recordId") String recordId,
      Move move) {
    return booked(
        corrections.moveRecord(
            new MoveRecordsPoints(Ids.parse(customerId), Ids.parse(recordId), move.reason())));
  }

  @GET
  @Path("/states")
  @Operation(summary = "Where a customer's points are: active, held, locked, used, expired")
  public BalanceStates states(@PathParam("customerId") String customerId) {
    return corrections.states(Ids.parse(customerId));
  }

  @GET
  @Path("/balance")
  @Operation(summary = "What a customer had at the end of a day (on=, today), by effective date")
  public BalanceOn balanceOn(
      @PathParam("customerId") String customerId, @QueryParam("on") String day) {
    return corrections.balanceOn(Ids.parse(customerId), day(day));
  }

  private static LocalDate day(String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new HeyiException(CommonError.VALUE, List.of(), List.of(), e);
    }
  }

  private static Response booked(Object posted) {
    return Response.status(Response.Status.CREATED).entity(posted).build();
  }

  private static Response tried(Object posted) {
    return Response.ok(posted).build();
  }
}
