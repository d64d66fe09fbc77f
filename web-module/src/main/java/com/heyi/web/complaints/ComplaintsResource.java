package com.heyi.web.complaints;

import com.heyi.complaints.AcceptComplaint;
import com.heyi.complaints.AgreeToAnswer;
import com.heyi.complaints.AnalyseComplaint;
import com.heyi.complaints.AssignComplaint;
import com.heyi.complaints.AuthorityLevel;
import com.heyi.complaints.CloseComplaint;
import com.heyi.complaints.ComplaintCause;
import com.heyi.complaints.ComplaintChannel;
import com.heyi.complaints.ComplaintFigures;
import com.heyi.complaints.ComplaintView;
import com.heyi.complaints.ComplaintsFacade;
import com.heyi.complaints.Complexity;
import com.heyi.complaints.ContestAnswer;
import com.heyi.complaints.EscalateComplaint;
import com.heyi.complaints.ExtendComplaint;
import com.heyi.complaints.FeedBackComplaint;
import com.heyi.complaints.HandleComplaint;
import com.heyi.complaints.HoldToAccount;
import com.heyi.complaints.NameStaff;
import com.heyi.complaints.PartyRole;
import com.heyi.complaints.PauseComplaint;
import com.heyi.complaints.RecordComplaint;
import com.heyi.complaints.RectifyCause;
import com.heyi.complaints.ReopenComplaint;
import com.heyi.complaints.Resolution;
import com.heyi.complaints.ResumeComplaint;
import com.heyi.complaints.ReviewComplaint;
import com.heyi.complaints.StaffPart;
import com.heyi.complaints.StepsFacade;
import com.heyi.complaints.WinBackCustomer;
import com.heyi.complaints.WinBackOutcome;
import com.heyi.complaints.WithdrawComplaint;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Complaints. Each step of the process is a thing that is posted to the complaint, with {@code
 * If-Match} naming the version it was decided on; the answer is the complaint after the step.
 */
@Path("/complaints")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "complaints")
public class ComplaintsResource {
  @Inject private ComplaintsFacade complaints;
  @Inject private StepsFacade steps;

  /**
   * @param handler account name of the handler; left out for oneself
   * @param complexity how involved it is; left out to leave it as recorded
   * @param note what else is worth knowing; may be left out
   */
  public record Acceptance(String handler, Complexity complexity, String note) {}

  /**
   * @param handler account name of the handler; left out for oneself
   * @param reason why
   */
  public record Assignment(String handler, String reason) {}

  /**
   * @param cause why it arose, by JR/T 0169
   * @param business kind of business by JR/T 0169; may be left out
   * @param department the department responsible
   * @param finding what happened
   */
  public record Analysis(
      ComplaintCause cause, String business, String department, String finding) {}

  /**
   * @param resolution what the complainant gets
   * @param measures what was done
   */
  public record Handling(Resolution resolution, String measures) {}

  /**
   * @param answerChannel the way the answer was given
   * @param answer its words
   */
  public record Feedback(ComplaintChannel answerChannel, String answer) {}

  /**
   * @param satisfaction 1 to 5; may be left out
   * @param rootCause root cause and what is rectified
   */
  public record Closure(Integer satisfaction, String rootCause) {}

  /**
   * @param reason why the time does not suffice
   * @param noticeChannel the way by which the complainant is told
   * @param notice what he is told
   */
  public record Extension(String reason, ComplaintChannel noticeChannel, String notice) {}

  /**
   * @param reason why
   */
  public record Why(String reason) {}

  /**
   * @param askedBy as what somebody asked for it in the complainant's place; left out when he did
   * @param proof what shows who asked: identity document seen, number of the recording, letter
   * @param reason why, in his words
   */
  public record Withdrawal(PartyRole askedBy, String proof, String reason) {}

  /**
   * @param level the level; left out for the next
   * @param reason why
   */
  public record Escalation(AuthorityLevel level, String reason) {}

  /**
   * @param account his account name
   * @param part what his part is
   * @param note what else is worth knowing; may be left out
   */
  public record NamedStaff(String account, StaffPart part, String note) {}

  /**
   * @param awaited what the complainant was asked for
   * @param noticeChannel the way by which he was asked
   */
  public record Waiting(String awaited, ComplaintChannel noticeChannel) {}

  /**
   * @param brought what the complainant has brought, or that he does not
   */
  public record Brought(String brought) {}

  /**
   * @param note in which words; may be left out
   */
  public record Consent(String note) {}

  /**
   * @param measures what was done
   * @param outcome what came of it
   */
  public record WinBack(String measures, WinBackOutcome outcome) {}

  /**
   * @param department the department that answers for it
   * @param accountability the consequence, or why there is none
   */
  public record Accountability(String department, String accountability) {}

  /**
   * @param measures what was changed, and how it was seen to work
   */
  public record Rectification(String measures) {}

  @GET
  @Operation(
      summary = "Complaints, those received last first",
      description =
          "Filters: number (beginning), status and channel (several by commas), product, branch,"
              + " customer (number or id), handler, source, externalReference, open (yes, no),"
              + " overdue (yes, no), level, queue (mine, free), from, to (days of receipt), text"
              + " (in the narrative). Sorts: receivedAt, dueAt, number.")
  public Response list(@Context UriInfo uri) {
    return Lists.answer(uri, complaints.list(Lists.request(uri)));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Record a complaint",
      description =
          "The answer's number is the complainant's receipt, dueOn the last day for the answer. "
              + "409 complaint.external-duplicate names our number of a matter recorded before. A "
              + "branch leaves branch out.")
  public Response record(RecordComplaint command, @Context UriInfo uri) {
    ComplaintView complaint = complaints.record(command);
    return Response.created(uri.getAbsolutePathBuilder().path(complaint.id().toString()).build())
        .entity(complaint)
        .tag(Versions.tag(complaint.version()))
        .build();
  }

  @GET
  @Path("/figures")
  @Operation(summary = "Open by status, overdue, received by month and channel, on time")
  public ComplaintFigures figures() {
    return complaints.figures();
  }

  /** Never 304: days left and overdue change without the version. */
  @GET
  @Path("/{id}")
  @Operation(summary = "All of a complaint: where it stands, its deadline, every step")
  public Response view(@PathParam("id") String id) {
    return answer(complaints.view(Ids.parse(id)));
  }

  @POST
  @Path("/{id}/acceptance")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Accept: put a handler in charge")
  public Response accept(
      @PathParam("id") String id, Acceptance body, @Context HttpHeaders headers) {
    return answer(
        steps.accept(
            new AcceptComplaint(
                Ids.parse(id),
                Versions.required(headers),
                body.handler(),
                body.complexity(),
                body.note())));
  }

  @POST
  @Path("/{id}/extension")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Extend: add the further days that the rules allow once",
      description = "The complainant is told; a second person approves where that is configured.")
  public Response extend(@PathParam("id") String id, Extension body, @Context HttpHeaders headers) {
    return answer(
        steps.extend(
            new ExtendComplaint(
                Ids.parse(id),
                Versions.required(headers),
                body.reason(),
                body.noticeChannel(),
                body.notice())));
  }

  @POST
  @Path("/{id}/assignment")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Assign: put another handler in charge")
  public Response assign(
      @PathParam("id") String id, Assignment body, @Context HttpHeaders headers) {
    return answer(
        steps.assign(
            new AssignComplaint(
                Ids.parse(id), Versions.required(headers), body.handler(), body.reason())));
  }

  @POST
  @Path("/{id}/analysis")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Analyse: cause, department responsible, finding")
  public Response analyse(@PathParam("id") String id, Analysis body, @Context HttpHeaders headers) {
    return answer(
        steps.analyse(
            new AnalyseComplaint(
                Ids.parse(id),
                Versions.required(headers),
                body.cause(),
                body.business(),
                body.department(),
                body.finding())));
  }

  @POST
  @Path("/{id}/handling")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Handle: what the complainant gets and what was done")
  public Response handle(@PathParam("id") String id, Handling body, @Context HttpHeaders headers) {
    return answer(
        steps.handle(
            new HandleComplaint(
                Ids.parse(id), Versions.required(headers), body.resolution(), body.measures())));
  }

  @POST
  @Path("/{id}/feedback")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Feed back: the answer given; the clock stops")
  public Response feedBack(
      @PathParam("id") String id, Feedback body, @Context HttpHeaders headers) {
    return answer(
        steps.feedBack(
            new FeedBackComplaint(
                Ids.parse(id), Versions.required(headers), body.answerChannel(), body.answer())));
  }

  @POST
  @Path("/{id}/objection")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Contest the answer: back to the analysis, with a clock for the review")
  public Response contest(@PathParam("id") String id, Why body, @Context HttpHeaders headers) {
    return answer(
        steps.contest(new ContestAnswer(Ids.parse(id), Versions.required(headers), body.reason())));
  }

  @POST
  @Path("/{id}/closure")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Close: satisfaction and root cause")
  public Response close(@PathParam("id") String id, Closure body, @Context HttpHeaders headers) {
    return answer(
        steps.close(
            new CloseComplaint(
                Ids.parse(id), Versions.required(headers), body.satisfaction(), body.rootCause())));
  }

  @POST
  @Path("/{id}/withdrawal")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Withdraw: the complainant takes it back, which ends it the same day",
      description = "He, or who was named before as speaking for him. Not for branch systems.")
  public Response withdraw(
      @PathParam("id") String id, Withdrawal body, @Context HttpHeaders headers) {
    return answer(
        steps.withdraw(
            new WithdrawComplaint(
                Ids.parse(id),
                Versions.required(headers),
                body.askedBy(),
                body.proof(),
                body.reason())));
  }

  @POST
  @Path("/{id}/escalation")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Move up: a higher level with its authority; who has not that gives the case up")
  public Response escalate(
      @PathParam("id") String id, Escalation body, @Context HttpHeaders headers) {
    return answer(
        steps.escalate(
            new EscalateComplaint(
                Ids.parse(id), Versions.required(headers), body.level(), body.reason())));
  }

  @POST
  @Path("/{id}/named-staff")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Name a member of the staff, who then may not handle it")
  public Response nameStaff(
      @PathParam("id") String id, NamedStaff body, @Context HttpHeaders headers) {
    return answer(
        steps.nameStaff(
            new NameStaff(
                Ids.parse(id),
                Versions.required(headers),
                body.account(),
                body.part(),
                body.note())));
  }

  @POST
  @Path("/{id}/waiting")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Wait for the complainant; where the rules allow it the clock stands still")
  public Response pause(@PathParam("id") String id, Waiting body, @Context HttpHeaders headers) {
    return answer(
        steps.pause(
            new PauseComplaint(
                Ids.parse(id), Versions.required(headers), body.awaited(), body.noticeChannel())));
  }

  @POST
  @Path("/{id}/resumption")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Go on after waiting; deadlines are reckoned anew")
  public Response resume(@PathParam("id") String id, Brought body, @Context HttpHeaders headers) {
    return answer(
        steps.resume(
            new ResumeComplaint(Ids.parse(id), Versions.required(headers), body.brought())));
  }

  @POST
  @Path("/{id}/consent")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "The complainant accepts the answer")
  public Response agree(@PathParam("id") String id, Consent body, @Context HttpHeaders headers) {
    return answer(
        steps.agree(new AgreeToAnswer(Ids.parse(id), Versions.required(headers), body.note())));
  }

  @POST
  @Path("/{id}/win-back")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "What was done to keep the customer")
  public Response winBack(@PathParam("id") String id, WinBack body, @Context HttpHeaders headers) {
    return answer(
        steps.winBack(
            new WinBackCustomer(
                Ids.parse(id), Versions.required(headers), body.measures(), body.outcome())));
  }

  @POST
  @Path("/{id}/accountability")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Who is held to account; needed before closing where relief was given")
  public Response holdToAccount(
      @PathParam("id") String id, Accountability body, @Context HttpHeaders headers) {
    return answer(
        steps.holdToAccount(
            new HoldToAccount(
                Ids.parse(id),
                Versions.required(headers),
                body.department(),
                body.accountability())));
  }

  @POST
  @Path("/{id}/rectification")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "The root cause has been put right")
  public Response rectify(
      @PathParam("id") String id, Rectification body, @Context HttpHeaders headers) {
    return answer(
        steps.rectify(
            new RectifyCause(Ids.parse(id), Versions.required(headers), body.measures())));
  }

  @POST
  @Path("/{id}/review")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "The complainant asks for a review, by somebody who has not decided it")
  public Response review(@PathParam("id") String id, Why body, @Context HttpHeaders headers) {
    return answer(
        steps.review(
            new ReviewComplaint(Ids.parse(id), Versions.required(headers), body.reason())));
  }

  @POST
  @Path("/{id}/reopening")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Take up again what was closed or taken back")
  public Response reopen(@PathParam("id") String id, Why body, @Context HttpHeaders headers) {
    return answer(
        steps.reopen(
            new ReopenComplaint(Ids.parse(id), Versions.required(headers), body.reason())));
  }

  private static Response answer(ComplaintView complaint) {
    return Versions.changed(complaint, complaint.version());
  }
}
