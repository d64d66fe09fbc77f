package com.heyi.web.complaints;

import com.heyi.complaints.AnswerRemark;
import com.heyi.complaints.CloseRemark;
import com.heyi.complaints.PassOnRemark;
import com.heyi.complaints.PraiseCount;
import com.heyi.complaints.RecordRemark;
import com.heyi.complaints.RemarkKind;
import com.heyi.complaints.RemarkView;
import com.heyi.complaints.RemarksFacade;
import com.heyi.complaints.TurnIntoComplaint;
import com.heyi.complaints.TurnIntoRemark;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Suggestions and praise, and complaints that are none. */
@Path("/remarks")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "complaints")
public class RemarksResource {
  @Inject private RemarksFacade remarks;

  /**
   * @param department whose it is
   */
  public record Department(String department) {}

  /**
   * @param answer what he is told
   */
  public record Answer(String answer) {}

  /**
   * @param reason why
   */
  public record Why(String reason) {}

  /**
   * @param kind what it is
   * @param reason why it is no complaint
   */
  public record NoComplaint(RemarkKind kind, String reason) {}

  @GET
  @Operation(
      summary = "Suggestions and praise, those received last first",
      description =
          "Filters: kind, status, channel, branch, staff, department, from, to."
              + " Sorts: receivedAt, number.")
  public Response list(@Context UriInfo uri) {
    return Lists.answer(uri, remarks.list(Lists.request(uri)));
  }

  @POST
  @Operation(summary = "Record a suggestion or praise")
  public Response record(RecordRemark command, @Context UriInfo uri) {
    RemarkView remark = remarks.record(command);
    return Response.created(uri.getAbsolutePathBuilder().path(remark.id().toString()).build())
        .entity(remark)
        .tag(Versions.tag(remark.version()))
        .build();
  }

  @GET
  @Path("/praised")
  @Operation(summary = "Who was praised in the last twelve months")
  public List<PraiseCount> praised() {
    return remarks.praised();
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "A suggestion or praise with its steps")
  public Response view(@PathParam("id") String id) {
    return answered(remarks.view(Ids.parse(id)));
  }

  @POST
  @Path("/{id}/pass-on")
  @Operation(summary = "Pass it on to a department")
  public Response passOn(
      @PathParam("id") String id, Department body, @Context HttpHeaders headers) {
    return answered(
        remarks.passOn(
            new PassOnRemark(Ids.parse(id), Versions.required(headers), body.department())));
  }

  @POST
  @Path("/{id}/answer")
  @Operation(summary = "Answer a suggestion, or thank for praise")
  public Response answer(@PathParam("id") String id, Answer body, @Context HttpHeaders headers) {
    return answered(
        remarks.answer(new AnswerRemark(Ids.parse(id), Versions.required(headers), body.answer())));
  }

  @POST
  @Path("/{id}/close")
  @Operation(summary = "Close it once it was answered")
  public Response close(@PathParam("id") String id, @Context HttpHeaders headers) {
    return answered(remarks.close(new CloseRemark(Ids.parse(id), Versions.required(headers))));
  }

  @POST
  @Path("/{id}/complaint")
  @Operation(summary = "It is a complaint, with its clock since it was received")
  public Response turn(@PathParam("id") String id, Why why, @Context HttpHeaders headers) {
    return answered(
        remarks.turn(
            new TurnIntoComplaint(Ids.parse(id), Versions.required(headers), why.reason())));
  }

  @POST
  @Path("/of-complaint/{id}")
  @Operation(summary = "A complaint is none; waits for a second person (202)")
  public Response turn(@PathParam("id") String id, NoComplaint body, @Context HttpHeaders headers) {
    return answered(
        remarks.turn(
            new TurnIntoRemark(
                Ids.parse(id), Versions.required(headers), body.kind(), body.reason())));
  }

  private static Response answered(RemarkView remark) {
    return Response.ok(remark).tag(Versions.tag(remark.version())).build();
  }
}
