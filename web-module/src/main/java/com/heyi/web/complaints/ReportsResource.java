package com.heyi.web.complaints;

import com.heyi.complaints.ReportsFacade;
import com.heyi.complaints.reports.Ageing;
import com.heyi.complaints.reports.HeatMap;
import com.heyi.complaints.reports.ReportBy;
import com.heyi.complaints.reports.ReportFilter;
import com.heyi.complaints.reports.ReportTable;
import com.heyi.learning.SatisfactionTable;
import com.heyi.learning.SurveysFacade;
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
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * What the desk is measured by. Every report takes {@code from}, {@code to} (days of receipt, the
 * last twelve months unless told), {@code branch}, {@code product} and {@code channel}.
 */
@Path("/complaint-reports")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "complaints")
public class ReportsResource {
  private static final String FILE =
      "format: xlsx (unless told), csv or pdf. The trail keeps its hash.";

  @Inject private ReportsFacade reports;
  @Inject private SurveysFacade surveys;
  @Inject private ReportFiles files;
  @Inject private Clock clock;

  @GET
  @Path("/table")
  @Operation(
      summary = "All measures, row by row",
      description = "by: branch (unless told), product, channel, level, cause, business or month.")
  public ReportTable table(@QueryParam("by") String by, @Context UriInfo uri) {
    return reports.table(filter(uri), by(by));
  }

  @GET
  @Path("/table/file")
  @Produces(MediaType.WILDCARD)
  @Operation(summary = "The same as a file", description = FILE)
  public Response tableFile(
      @QueryParam("by") String by, @QueryParam("format") String format, @Context UriInfo uri) {
    return FileAnswers.answer(
        files.table(filter(uri), by(by), format(format), CallContext.current().locale()));
  }

  @GET
  @Path("/heat-map")
  @Operation(summary = "Cases received by branch and product")
  public HeatMap heatMap(@Context UriInfo uri) {
    return reports.heatMap(filter(uri));
  }

  @GET
  @Path("/heat-map/file")
  @Produces(MediaType.WILDCARD)
  @Operation(summary = "The same as a file", description = FILE)
  public Response heatMapFile(@QueryParam("format") String format, @Context UriInfo uri) {
    return FileAnswers.answer(
        files.heatMap(filter(uri), format(format), CallContext.current().locale()));
  }

  @GET
  @Path("/ageing")
  @Operation(summary = "Open cases of any time, by age and by use of the nearest clock")
  public Ageing ageing(@Context UriInfo uri) {
    return reports.ageing(filter(uri));
  }

  @GET
  @Path("/ageing/file")
  @Produces(MediaType.WILDCARD)
  @Operation(summary = "The same as a file", description = FILE)
  public Response ageingFile(@QueryParam("format") String format, @Context UriInfo uri) {
    return FileAnswers.answer(
        files.ageing(filter(uri), format(format), CallContext.current().locale()));
  }

  @GET
  @Path("/satisfaction")
  @Operation(
      summary = "What complainants answered when their cases were closed, row by row",
      description =
          "Satisfaction 1 to 5, effort (CES 2.0) 1 to 7; from and to are days of asking. Shares in"
              + " thousandths; null where fewer than 5 answered. by: as of the table.")
  public SatisfactionTable satisfaction(@QueryParam("by") String by, @Context UriInfo uri) {
    return surveys.report(filter(uri), by(by));
  }

  @GET
  @Path("/satisfaction/file")
  @Produces(MediaType.WILDCARD)
  @Operation(summary = "The same as a file", description = FILE)
  public Response satisfactionFile(
      @QueryParam("by") String by, @QueryParam("format") String format, @Context UriInfo uri) {
    return FileAnswers.answer(
        files.satisfaction(filter(uri), by(by), format(format), CallContext.current().locale()));
  }

  @GET
  @Path("/cases")
  @Operation(
      summary = "The cases behind a figure",
      description =
          "measure; level, cause, business, month for the row; ageing=yes with age and used for"
              + " open cases. - stands for cases that do not say.")
  public Response cases(@Context UriInfo uri) {
    return Lists.answer(uri, reports.cases(Lists.request(uri)));
  }

  private static FileFormat format(String text) {
    return FileAnswers.format(text, FileFormat.XLSX);
  }

  private ReportFilter filter(UriInfo uri) {
    return ReportQuery.read(uri.getQueryParameters()::getFirst, clock);
  }

  private static ReportBy by(String text) {
    ReportBy by =
        ReportQuery.constant(ReportBy.class, "by", text == null || text.isBlank() ? null : text);
    return by == null ? ReportBy.BRANCH : by;
  }
}
