package com.heyi.web.mall;

import com.heyi.mall.SalesFacade;
import com.heyi.mall.SalesItems;
import com.heyi.mall.SalesReport;
import com.heyi.shared.facade.CallContext;
import com.heyi.web.common.Lists;
import com.heyi.web.ui.FileAnswers;
import com.heyi.web.ui.FileFormat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the mall sells. */
@Path("/mall/sales")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "mall")
public class SalesResource {
  private static final String PERIOD =
      "from and to are days; left out, the twelve months up to today.";
  private static final String FILE =
      PERIOD + " format: xlsx (unless told), csv or pdf. The trail keeps its hash.";

  @Inject private SalesFacade sales;
  @Inject private FiguresFiles files;

  @GET
  @Operation(
      summary = "GMV with its four factors, the funnel, items and branches of a period",
      description =
          PERIOD
              + " Points and money are told side by side; worth is both in money, the points at the"
              + " cost of a point that counted on the day of the order.")
  public SalesReport report(@QueryParam("from") String from, @QueryParam("to") String to) {
    return sales.report(from, to);
  }

  @GET
  @Path("/items")
  @Operation(
      summary = "Everything that was ordered in a period, what brought most first",
      description = PERIOD)
  public SalesItems items(@QueryParam("from") String from, @QueryParam("to") String to) {
    return sales.items(from, to);
  }

  @GET
  @Path("/members")
  @Operation(
      summary = "The customers behind a step of the funnel, who redeemed most first",
      description =
          "Filters: step (MEMBERS unless told, WITH_POINTS, INTERESTED, ORDERED, RECEIVED), from"
              + " and to.")
  public Response members(@Context UriInfo uri) {
    return Lists.answer(uri, sales.members(Lists.request(uri)));
  }

  @GET
  @Path("/months/file")
  @Produces(MediaType.WILDCARD)
  @Operation(summary = "GMV and its factors by month as a file", description = FILE)
  public Response monthsFile(
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("format") String format) {
    return FileAnswers.answer(files.months(from, to, wanted(format), locale()));
  }

  @GET
  @Path("/funnel/file")
  @Produces(MediaType.WILDCARD)
  @Operation(summary = "The funnel as a file", description = FILE)
  public Response funnelFile(
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("format") String format) {
    return FileAnswers.answer(files.funnel(from, to, wanted(format), locale()));
  }

  @GET
  @Path("/items/file")
  @Produces(MediaType.WILDCARD)
  @Operation(summary = "Everything that was ordered as a file", description = FILE)
  public Response itemsFile(
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("format") String format) {
    return FileAnswers.answer(files.items(from, to, wanted(format), locale()));
  }

  @GET
  @Path("/branches/file")
  @Produces(MediaType.WILDCARD)
  @Operation(summary = "Sales by home branch as a file", description = FILE)
  public Response branchesFile(
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("format") String format) {
    return FileAnswers.answer(files.branches(from, to, wanted(format), locale()));
  }

  private static FileFormat wanted(String format) {
    return FileAnswers.format(format, FileFormat.XLSX);
  }

  private static Locale locale() {
    return CallContext.current().locale();
  }
}
