package com.heyi.web.mall;

import com.heyi.mall.Liability;
import com.heyi.mall.LiabilityChange;
import com.heyi.mall.LiabilityFacade;
import com.heyi.mall.LiabilityParameter;
import com.heyi.mall.Reconciliation;
import com.heyi.mall.SetLiabilityParameter;
import com.heyi.shared.facade.CallContext;
import com.heyi.web.common.Lists;
import com.heyi.web.ui.FileAnswers;
import com.heyi.web.ui.FileFormat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the points are worth in the bank's books, and the proof of every balance. */
@Path("/mall/liability")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "points")
public class LiabilityResource {
  private static final String FILE =
      "format: xlsx (unless told), csv or pdf. The trail keeps its hash.";

  @Inject private LiabilityFacade liability;
  @Inject private FiguresFiles files;

  @GET
  @Operation(summary = "Liability and breakage at the end of each month and today, 1 to 120 months")
  public Liability liability(@QueryParam("months") @DefaultValue("12") int months) {
    return liability.liability(months);
  }

  @GET
  @Path("/file")
  @Produces(MediaType.WILDCARD)
  @Operation(summary = "The same as a file", description = FILE)
  public Response file(
      @QueryParam("months") @DefaultValue("12") int months, @QueryParam("format") String format) {
    return FileAnswers.answer(
        files.liability(
            months, FileAnswers.format(format, FileFormat.XLSX), CallContext.current().locale()));
  }

  @GET
  @Path("/change")
  @Operation(
      summary = "What changed the outstanding points from the end of the month before to a day",
      description = "on is the day; left out, today.")
  public LiabilityChange change(@QueryParam("on") String on) {
    return liability.change(on);
  }

  @GET
  @Path("/change/file")
  @Produces(MediaType.WILDCARD)
  @Operation(summary = "The same as a file", description = FILE)
  public Response changeFile(@QueryParam("on") String on, @QueryParam("format") String format) {
    return FileAnswers.answer(
        files.change(
            on, FileAnswers.format(format, FileFormat.XLSX), CallContext.current().locale()));
  }

  @GET
  @Path("/holders")
  @Operation(
      summary = "Who has the points that are outstanding on a day, most first",
      description = "Filter: on, the day; left out, today.")
  public Response holders(@Context UriInfo uri) {
    return Lists.answer(uri, liability.holders(Lists.request(uri)));
  }

  @GET
  @Path("/allocation")
  @Operation(summary = "Split the price of a sale between goods and points (IFRS 15)")
  public LiabilityParameter.Allocation allocate(
      @QueryParam("price") @DefaultValue("0") BigDecimal price,
      @QueryParam("points") @DefaultValue("0") long points) {
    return liability.allocate(price, points, null);
  }

  @GET
  @Path("/parameters")
  @Operation(summary = "Cost of a point and expected redemption, by the day from which they count")
  public List<LiabilityParameter> parameters() {
    return liability.parameters();
  }

  @POST
  @Path("/parameters")
  @Operation(summary = "Set cost of a point and expected redemption, from a day on")
  public Response set(SetLiabilityParameter parameter) {
    return Response.status(Response.Status.CREATED).entity(liability.set(parameter)).build();
  }

  @GET
  @Path("/reconciliation")
  @Operation(
      summary = "Prove every customer's balance from the entries; names the first difference")
  public Reconciliation reconcile() {
    return liability.reconcile();
  }
}
