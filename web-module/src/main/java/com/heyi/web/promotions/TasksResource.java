package com.heyi.web.promotions;

import com.heyi.promotions.CheckIn;
import com.heyi.promotions.CompleteTask;
import com.heyi.promotions.CompletionView;
import com.heyi.promotions.CreateTask;
import com.heyi.promotions.EarningFacade;
import com.heyi.promotions.EndTask;
import com.heyi.promotions.TaskView;
import com.heyi.promotions.UndoCompletion;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tasks that earn points. */
@Path("/promotions")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "promotions")
public class TasksResource {
  @Inject private EarningFacade earnings;

  /**
   * @param reason why
   */
  public record Why(String reason) {}

  /**
   * @param task code of the task
   */
  public record LookIn(String task) {}

  /**
   * @param task code of the task
   * @param reference what it was done by; each earns once
   */
  public record Done(String task, String reference) {}

  @GET
  @Path("/tasks")
  @Operation(summary = "All tasks, newest first")
  public List<TaskView> list() {
    return earnings.list();
  }

  @POST
  @Path("/tasks")
  @Operation(summary = "Define what earns points")
  public TaskView create(CreateTask command) {
    return earnings.create(command);
  }

  @POST
  @Path("/tasks/{id}/end")
  @Operation(summary = "Let a task earn nothing any more after today")
  public TaskView end(@PathParam("id") String id, Why why) {
    return earnings.end(new EndTask(Ids.parse(id), why.reason()));
  }

  @GET
  @Path("/customers/{id}/completions")
  @Operation(summary = "What a customer has earned, newest first")
  public List<CompletionView> ofCustomer(@PathParam("id") String id) {
    return earnings.ofCustomer(Ids.parse(id));
  }

  @POST
  @Path("/customers/{id}/check-ins")
  @Operation(summary = "A customer looks in: once a day")
  public CompletionView checkIn(@PathParam("id") String id, LookIn lookIn) {
    return earnings.checkIn(new CheckIn(Ids.parse(id), lookIn.task()));
  }

  @POST
  @Path("/customers/{id}/completions")
  @Operation(summary = "A customer has done a task")
  public CompletionView complete(@PathParam("id") String id, Done done) {
    return earnings.complete(new CompleteTask(Ids.parse(id), done.task(), done.reference()));
  }

  @POST
  @Path("/completions/{id}/undoing")
  @Operation(summary = "Take back what a task earned")
  public CompletionView undo(@PathParam("id") String id, Why why) {
    return earnings.undo(new UndoCompletion(Ids.parse(id), why.reason()));
  }
}
