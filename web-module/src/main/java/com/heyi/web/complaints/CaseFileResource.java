package com.heyi.web.complaints;

import com.heyi.complaints.AnswerTask;
import com.heyi.complaints.AskDepartment;
import com.heyi.complaints.CallOutcome;
import com.heyi.complaints.CaseFileView;
import com.heyi.complaints.DeskFacade;
import com.heyi.complaints.FinishCall;
import com.heyi.complaints.HandlerSuggestion;
import com.heyi.complaints.PromiseCall;
import com.heyi.complaints.RaisePoint;
import com.heyi.complaints.ReplyToPoint;
import com.heyi.complaints.TaskView;
import com.heyi.complaints.WriteNote;
import com.heyi.shared.value.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the desk keeps beside a complaint: points raised, tasks, notes. */
@Path("/complaints/{id}/file")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "complaints")
public class CaseFileResource {
  @Inject private DeskFacade desk;

  /**
   * @param raised what the complainant raises
   */
  public record NewPoint(String raised) {}

  /**
   * @param expectedVersion version of the point
   * @param reply what the answer says to it
   */
  public record Reply(long expectedVersion, String reply) {}

  /**
   * @param department who is asked
   * @param branch code of the branch that is asked; may be left out
   * @param owner account name of who answers for it; may be left out
   * @param ask what
   * @param dueOn the last day
   */
  public record NewTask(
      String department, String branch, String owner, String ask, LocalDate dueOn) {}

  /**
   * @param answer what was done or found
   */
  public record TaskAnswer(String answer) {}

  /**
   * @param callAt when the complainant is to be called
   * @param branch code of the branch that calls; may be left out
   * @param owner account name of who calls; left out for whoever is in charge of the case
   * @param about what he is to be told or asked; may be left out
   */
  public record NewCall(Instant callAt, String branch, String owner, String about) {}

  /**
   * @param outcome whether he was reached
   * @param words what was said, or why nobody was reached
   * @param againAt when who was not reached is tried again; left out when he is not
   */
  public record CallEnd(CallOutcome outcome, String words, Instant againAt) {}

  /**
   * @param words what
   */
  public record NewNote(String words) {}

  @GET
  @Operation(summary = "Points raised, tasks and calls, notes for colleagues, what was given")
  public CaseFileView file(@PathParam("id") String id) {
    return desk.file(Ids.parse(id));
  }

  @GET
  @Path("/suggested-handlers")
  @Operation(summary = "Who could take charge, the fittest first, ten at most")
  public List<HandlerSuggestion> suggestions(@PathParam("id") String id) {
    return desk.suggestions(Ids.parse(id));
  }

  @POST
  @Path("/points")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Take down one thing that the complainant raises")
  public CaseFileView raise(@PathParam("id") String id, NewPoint body) {
    return desk.raise(new RaisePoint(Ids.parse(id), body.raised()));
  }

  @POST
  @Path("/points/{pointId}/reply")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "What the answer says to a point; no answer goes before all have one")
  public CaseFileView reply(
      @PathParam("id") String id, @PathParam("pointId") String pointId, Reply body) {
    return desk.reply(
        new ReplyToPoint(Ids.parse(id), Ids.parse(pointId), body.expectedVersion(), body.reply()));
  }

  @POST
  @Path("/tasks")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Ask a department or a branch to do something")
  public CaseFileView ask(@PathParam("id") String id, NewTask body) {
    return desk.ask(
        new AskDepartment(
            Ids.parse(id),
            body.department(),
            body.branch(),
            body.owner(),
            body.ask(),
            body.dueOn()));
  }

  @POST
  @Path("/tasks/{taskId}/answer")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Answer what was asked; a branch answers what its branch was asked")
  public TaskView answer(
      @PathParam("id") String id, @PathParam("taskId") String taskId, TaskAnswer body) {
    return desk.answer(new AnswerTask(Ids.parse(id), Ids.parse(taskId), body.answer()));
  }

  @POST
  @Path("/calls")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Note that the complainant was promised a call")
  public TaskView promise(@PathParam("id") String id, NewCall body) {
    return desk.promise(
        new PromiseCall(Ids.parse(id), body.callAt(), body.branch(), body.owner(), body.about()));
  }

  @POST
  @Path("/calls/{taskId}/outcome")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Say what came of a call, which ends it",
      description = "Who was not reached is promised the next when againAt says when.")
  public TaskView finish(
      @PathParam("id") String id, @PathParam("taskId") String taskId, CallEnd body) {
    return desk.finish(
        new FinishCall(
            Ids.parse(id), Ids.parse(taskId), body.outcome(), body.words(), body.againAt()));
  }

  @POST
  @Path("/notes")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Note something for colleagues; no complainant or branch sees it")
  public CaseFileView note(@PathParam("id") String id, NewNote body) {
    return desk.note(new WriteNote(Ids.parse(id), body.words()));
  }
}
