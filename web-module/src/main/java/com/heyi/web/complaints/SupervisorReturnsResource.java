package com.heyi.web.complaints;

import com.heyi.complaints.SupervisorReturnsFacade;
import com.heyi.complaints.reports.PrepareReturn;
import com.heyi.complaints.reports.ReturnRow;
import com.heyi.complaints.reports.ReturnView;
import com.heyi.complaints.reports.SubmitReturn;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.value.Ids;
import com.heyi.web.common.Lists;
import com.heyi.web.ui.FileAnswers;
import com.heyi.web.ui.FileFormat;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Returns to the supervisor, by quarter (JR/T 0169-2018). */
@Path("/complaint-returns")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "complaints")
public class SupervisorReturnsResource {
  @Inject private SupervisorReturnsFacade returns;
  @Inject private ReportFiles files;

  /**
   * @param sha256 hash of the figures that were looked at
   */
  public record Submission(String sha256) {}

  @GET
  @Operation(summary = "The latest returns, those prepared last first")
  public Lists.Part<ReturnRow> list() {
    return new Lists.Part<>(returns.list(), null);
  }

  @POST
  @Operation(
      summary = "Freeze a quarter that is over",
      description = "What was submitted before is corrected, with a reason.")
  public ReturnView prepare(PrepareReturn body) {
    return returns.prepare(body);
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "A return with its figures by branch, facet and code")
  public ReturnView view(@PathParam("id") String id) {
    return returns.view(Ids.parse(id));
  }

  @GET
  @Path("/{id}/cases")
  @Operation(
      summary = "The cases behind a figure, as they stood when it was frozen",
      description = "branch, facet, code, measure.")
  public Response cases(@PathParam("id") String id, @Context UriInfo uri) {
    return Lists.answer(uri, returns.cases(Ids.parse(id), Lists.request(uri)));
  }

  @GET
  @Path("/{id}/file")
  @Produces(MediaType.WILDCARD)
  @Operation(
      summary = "Its figures as a file",
      description = "format: xlsx (unless told), csv or pdf. The trail keeps its hash.")
  public Response file(@PathParam("id") String id, @QueryParam("format") String format) {
    return FileAnswers.answer(
        files.returned(
            Ids.parse(id),
            FileAnswers.format(format, FileFormat.XLSX),
            CallContext.current().locale()));
  }

  @POST
  @Path("/{id}/submission")
  @Operation(summary = "Submit it as it was frozen", description = "A second person approves.")
  public ReturnView submit(@PathParam("id") String id, Submission body) {
    return returns.submit(new SubmitReturn(Ids.parse(id), body.sha256()));
  }
}
