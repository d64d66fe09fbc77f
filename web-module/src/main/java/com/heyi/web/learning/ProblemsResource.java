package com.heyi.web.learning;

import com.heyi.complaints.CaseLike;
import com.heyi.learning.ActionView;
import com.heyi.learning.CaseLearning;
import com.heyi.learning.ChangeProblem;
import com.heyi.learning.CheckAction;
import com.heyi.learning.CloseProblem;
import com.heyi.learning.CompleteAction;
import com.heyi.learning.DropAction;
import com.heyi.learning.LinkCase;
import com.heyi.learning.OpenProblem;
import com.heyi.learning.PartCase;
import com.heyi.learning.PlanAction;
import com.heyi.learning.ProblemView;
import com.heyi.learning.ProblemsFacade;
import com.heyi.learning.ReopenProblem;
import com.heyi.learning.SetCaseCause;
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
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The problems behind complaints and what is done against them. */
@Path("/problems")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "learning")
public class ProblemsResource {
  @Inject private ProblemsFacade problems;

  /**
   * @param title what it is
   * @param description more about it
   * @param owner account name of who answers for it
   * @param cause code of its root cause; may be left out
   */
  public record Change(String title, String description, String owner, String cause) {}

  /**
   * @param complaint id or number
   */
  public record Link(String complaint) {}

  /**
   * @param reason why
   */
  public record Why(String reason) {}

  /**
   * @param what is to be done
   * @param department whose it is
   * @param owner account name of who answers for it
   * @param dueOn the last day
   * @param checkMonths after how many months it is looked at whether it helped
   */
  public record NewAction(
      String what, String department, String owner, LocalDate dueOn, int checkMonths) {}

  /**
   * @param evidence what shows that it was done
   */
  public record Evidence(String evidence) {}

  /**
   * @param cause code of the root cause
   */
  public record ItsCause(String cause) {}

  @GET
  @Operation(
      summary = "Problems, the latest opened first",
      description = "Filters: status, owner, cause, title. Sorts: openedAt, number.")
  public Response list(@Context UriInfo uri) {
    return Lists.answer(uri, problems.list(Lists.request(uri)));
  }

  @POST
  @Operation(summary = "Open a problem")
  public Response open(OpenProblem command, @Context UriInfo uri) {
    ProblemView problem = problems.open(command);
    return Response.created(uri.getAbsolutePathBuilder().path(problem.id().toString()).build())
        .entity(problem)
        .tag(Versions.tag(problem.version()))
        .build();
  }

  /** Never 304: what is linked moves without the problem's version. */
  @GET
  @Path("/{id}")
  @Operation(summary = "A problem with its complaints and actions")
  public Response view(@PathParam("id") String id) {
    return answer(problems.view(Ids.parse(id)));
  }

  @POST
  @Path("/{id}/change")
  @Operation(summary = "Say a problem anew")
  public Response change(@PathParam("id") String id, Change body, @Context HttpHeaders headers) {
    return answer(
        problems.change(
            new ChangeProblem(
                Ids.parse(id),
                Versions.required(headers),
                body.title(),
                body.description(),
                body.owner(),
                body.cause())));
  }

  @GET
  @Path("/{id}/suggestions")
  @Operation(summary = "Other complaints that may belong to it, the most alike first")
  public List<CaseLike> suggestions(@PathParam("id") String id) {
    return problems.suggestions(Ids.parse(id));
  }

  @POST
  @Path("/{id}/complaints")
  @Operation(summary = "Say that a complaint belongs to it")
  public Response link(@PathParam("id") String id, Link body) {
    return answer(problems.link(new LinkCase(Ids.parse(id), body.complaint())));
  }

  @POST
  @Path("/{id}/complaints/{complaintId}/parting")
  @Operation(summary = "Say that a complaint does not belong to it after all")
  public Response part(
      @PathParam("id") String id, @PathParam("complaintId") String complaintId, Why why) {
    return answer(problems.part(new PartCase(Ids.parse(id), Ids.parse(complaintId), why.reason())));
  }

  @POST
  @Path("/{id}/close")
  @Operation(summary = "Close it, once every action helped or was dropped")
  public Response close(@PathParam("id") String id, Why why, @Context HttpHeaders headers) {
    return answer(
        problems.close(new CloseProblem(Ids.parse(id), Versions.required(headers), why.reason())));
  }

  @POST
  @Path("/{id}/reopen")
  @Operation(summary = "Take it up again")
  public Response reopen(@PathParam("id") String id, Why why, @Context HttpHeaders headers) {
    return answer(
        problems.reopen(
            new ReopenProblem(Ids.parse(id), Versions.required(headers), why.reason())));
  }

  @POST
  @Path("/{id}/actions")
  @Operation(summary = "Plan a corrective action")
  public Response plan(@PathParam("id") String id, NewAction body) {
    return answer(
        problems.plan(
            new PlanAction(
                Ids.parse(id),
                body.what(),
                body.department(),
                body.owner(),
                body.dueOn(),
                body.checkMonths())));
  }

  @GET
  @Path("/actions")
  @Operation(
      summary = "Corrective actions, the most urgent first",
      description = "Filters: status, owner. Sorts: dueOn, plannedAt.")
  public Response actions(@Context UriInfo uri) {
    return Lists.answer(uri, problems.actions(Lists.request(uri)));
  }

  @POST
  @Path("/actions/{id}/complete")
  @Operation(summary = "Say that an action is done, with evidence")
  public Response complete(
      @PathParam("id") String id, Evidence body, @Context HttpHeaders headers) {
    return answer(
        problems.complete(
            new CompleteAction(Ids.parse(id), Versions.required(headers), body.evidence())));
  }

  @POST
  @Path("/actions/{id}/drop")
  @Operation(summary = "Give an action up")
  public Response drop(@PathParam("id") String id, Why why, @Context HttpHeaders headers) {
    return answer(
        problems.drop(new DropAction(Ids.parse(id), Versions.required(headers), why.reason())));
  }

  @POST
  @Path("/actions/{id}/check")
  @Operation(summary = "Look whether an action helped, once its months have passed")
  public Response check(@PathParam("id") String id, @Context HttpHeaders headers) {
    return answer(problems.check(new CheckAction(Ids.parse(id), Versions.required(headers))));
  }

  @GET
  @Path("/of-complaint/{id}")
  @Operation(summary = "The root cause of a complaint and the problems that it belongs to")
  public CaseLearning ofCase(@PathParam("id") String id) {
    return problems.ofCase(Ids.parse(id));
  }

  @POST
  @Path("/of-complaint/{id}/cause")
  @Operation(summary = "Say which root cause a complaint has")
  public CaseLearning setCause(@PathParam("id") String id, ItsCause body) {
    return problems.set(new SetCaseCause(Ids.parse(id), body.cause()));
  }

  private static Response answer(ProblemView problem) {
    return Response.ok(problem).tag(Versions.tag(problem.version())).build();
  }

  private static Response answer(ActionView action) {
    return Response.ok(action).tag(Versions.tag(action.version())).build();
  }
}
