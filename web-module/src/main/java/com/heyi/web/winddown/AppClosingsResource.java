package com.heyi.web.winddown;

import com.heyi.shared.facade.CallContext;
import com.heyi.shared.value.Ids;
import com.heyi.web.common.Lists;
import com.heyi.web.common.Versions;
import com.heyi.web.ui.FileAnswers;
import com.heyi.web.ui.FileFormat;
import com.heyi.winddown.AnnounceClosing;
import com.heyi.winddown.AppImpact;
import com.heyi.winddown.CallOffClosing;
import com.heyi.winddown.CloseApp;
import com.heyi.winddown.ControlTotals;
import com.heyi.winddown.FreezeApp;
import com.heyi.winddown.MigrateApp;
import com.heyi.winddown.NoticeView;
import com.heyi.winddown.PlanView;
import com.heyi.winddown.ProofView;
import com.heyi.winddown.SetNotice;
import com.heyi.winddown.SettleRefunds;
import com.heyi.winddown.WindDownFacade;
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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The ends of apps. Every step waits for a second person (202); If-Match names the plan's version.
 */
@Path("/app-closings")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "app closings")
public class AppClosingsResource {
  @Inject private WindDownFacade closings;
  @Inject private ProofFiles files;

  /**
   * @param reason why
   */
  public record Why(String reason) {}

  /**
   * @param reason why
   * @param control what the app handed over; may be left out when a migration is taken up again
   */
  public record Migration(String reason, ControlTotals control) {}

  /**
   * @param reference of the payment order
   * @param reason why
   */
  public record Settlement(String reference, String reason) {}

  @GET
  @Operation(
      summary = "The ends of apps, latest announced first",
      description = "Filters: app, status. Sorts: announcedAt, closeOn.")
  public Response list(@Context UriInfo uri) {
    return Lists.answer(uri, closings.list(Lists.request(uri)));
  }

  @GET
  @Path("/impact/{app}")
  @Operation(summary = "Whom and what the end of an app would concern today")
  public AppImpact impact(@PathParam("app") String app) {
    return closings.impact(app);
  }

  @POST
  @Operation(summary = "Announce the end of an app, with its days")
  public Response announce(AnnounceClosing command, @Context UriInfo uri) {
    PlanView plan = closings.announce(command);
    return Response.created(uri.getAbsolutePathBuilder().path(plan.id().toString()).build())
        .entity(plan)
        .tag(Versions.tag(plan.version()))
        .build();
  }

  /** Never 304: progress moves without the plan's version. */
  @GET
  @Path("/{id}")
  @Operation(summary = "The end of one app, what is migrated and what is left")
  public Response view(@PathParam("id") String id) {
    return answer(closings.view(Ids.parse(id)));
  }

  @POST
  @Path("/{id}/freeze")
  @Operation(summary = "Stop the app from taking new customers")
  public Response freeze(@PathParam("id") String id, Why why, @Context HttpHeaders headers) {
    return answer(
        closings.freeze(new FreezeApp(Ids.parse(id), Versions.required(headers), why.reason())));
  }

  @POST
  @Path("/{id}/migration")
  @Operation(
      summary = "Start the batch that migrates the customers who are left",
      description =
          "To begin, control states the points, the money, the customers (ids), the open orders and"
              + " the coupons that the app handed over, by its own sums; they must equal what was"
              + " loaded.")
  public Response migrate(
      @PathParam("id") String id, Migration body, @Context HttpHeaders headers) {
    return answer(
        closings.migrate(
            new MigrateApp(
                Ids.parse(id), Versions.required(headers), body.reason(), body.control())));
  }

  @POST
  @Path("/{id}/settlement")
  @Operation(summary = "Say that the refunds that are due have been paid")
  public Response settle(
      @PathParam("id") String id, Settlement body, @Context HttpHeaders headers) {
    return answer(
        closings.settleRefunds(
            new SettleRefunds(
                Ids.parse(id), Versions.required(headers), body.reference(), body.reason())));
  }

  @POST
  @Path("/{id}/close")
  @Operation(summary = "Close the app; refused while anything is left")
  public Response close(@PathParam("id") String id, Why why, @Context HttpHeaders headers) {
    return answer(
        closings.close(new CloseApp(Ids.parse(id), Versions.required(headers), why.reason())));
  }

  @POST
  @Path("/{id}/call-off")
  @Operation(summary = "Give the end of the app up before anybody is migrated")
  public Response callOff(@PathParam("id") String id, Why why, @Context HttpHeaders headers) {
    return answer(
        closings.callOff(
            new CallOffClosing(Ids.parse(id), Versions.required(headers), why.reason())));
  }

  @GET
  @Path("/{id}/proofs")
  @Operation(
      summary = "Per customer: before = after + refunded + expired",
      description = "Filter: customer (his number). Sorts: migratedAt, pointsBefore, moneyBefore.")
  public Response proofs(@PathParam("id") String id, @Context UriInfo uri) {
    return Lists.answer(uri, closings.proofs(Ids.parse(id), Lists.request(uri)));
  }

  @GET
  @Path("/{id}/proofs/file")
  @Produces(MediaType.WILDCARD)
  @Operation(
      summary = "All proofs as a file",
      description =
          "format: csv (unless told), xlsx or pdf. The trail keeps the number of rows and the hash"
              + " of the file.")
  public Response export(@PathParam("id") String id, @QueryParam("format") String format) {
    return FileAnswers.answer(
        files.made(
            Ids.parse(id),
            FileAnswers.format(format, FileFormat.CSV),
            CallContext.current().locale()));
  }

  @GET
  @Path("/of-customer/{customerId}")
  @Operation(summary = "A customer's own proofs, of all apps that have ended for him")
  public Lists.Part<ProofView> ofCustomer(@PathParam("customerId") String customerId) {
    return new Lists.Part<>(closings.proofsOf(Ids.parse(customerId)), null);
  }

  @GET
  @Path("/notices")
  @Operation(summary = "How long before each step its day must be announced")
  public Lists.Part<NoticeView> notices() {
    return new Lists.Part<>(closings.notices(), null);
  }

  @POST
  @Path("/notices")
  @Operation(summary = "Set how long before a step its day must be announced")
  public Response setNotice(SetNotice command) {
    return Response.status(Response.Status.CREATED).entity(closings.setNotice(command)).build();
  }

  private static Response answer(PlanView plan) {
    return Versions.changed(plan, plan.version());
  }
}
