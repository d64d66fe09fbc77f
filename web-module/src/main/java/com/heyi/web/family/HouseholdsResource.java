package com.heyi.web.family;

import com.heyi.family.AddMember;
import com.heyi.family.AllowanceKind;
import com.heyi.family.DecideTask;
import com.heyi.family.FamilyFacade;
import com.heyi.family.FoundHousehold;
import com.heyi.family.GiveRedPacket;
import com.heyi.family.GiveUpGoal;
import com.heyi.family.HouseholdView;
import com.heyi.family.MarkTaskDone;
import com.heyi.family.MemberRole;
import com.heyi.family.MembershipView;
import com.heyi.family.PayIntoGoal;
import com.heyi.family.RemoveMember;
import com.heyi.family.Rhythm;
import com.heyi.family.SetGoal;
import com.heyi.family.SetSpendingLimit;
import com.heyi.family.SetTask;
import com.heyi.family.StartAllowance;
import com.heyi.family.StopAllowance;
import com.heyi.family.TaskDecision;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import com.heyi.web.common.Lists;
import com.heyi.web.common.ReadsByPost;
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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Households. Every change names the member who wants it, and answers the household as it is then.
 * If-Match names the version of what is changed: of the household for its members, else of the
 * allowance, task or goal.
 */
@Path("/households")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "family")
public class HouseholdsResource {
  @Inject private FamilyFacade family;

  /**
   * @param name a part of what the family calls itself
   * @param member number of a customer who belongs to it
   * @param limit rows, 50 unless told
   * @param cursor where to go on
   * @param sort foundedAt or name, - before it for the other way round
   */
  public record Search(String name, String member, Integer limit, String cursor, String sort) {}

  /**
   * @param guardianId who decides
   * @param customerId who joins
   * @param role as what
   */
  public record NewMember(UUID guardianId, UUID customerId, MemberRole role) {}

  /**
   * @param guardianId who decides
   * @param customerId who leaves
   */
  public record Leaving(UUID guardianId, UUID customerId) {}

  /**
   * @param guardianId who gives
   * @param childId who gets
   * @param kind what it is for
   * @param fromAccount an account of the guardian
   * @param toAccount an account of the child
   * @param amount how much each time
   * @param rhythm how often
   * @param onDay day of the week, 1 to 7, or of the month, 1 to 31
   * @param startsOn from which day on
   * @param endsOn the last day; may be left out
   */
  public record NewAllowance(
      UUID guardianId,
      UUID childId,
      AllowanceKind kind,
      UUID fromAccount,
      UUID toAccount,
      Money amount,
      Rhythm rhythm,
      int onDay,
      LocalDate startsOn,
      LocalDate endsOn) {}

  /**
   * @param guardianId who decides
   */
  public record ByGuardian(UUID guardianId) {}

  /**
   * @param guardianId who decides
   * @param childId who pays
   * @param perPayment the most at once
   * @param perDay the most in a day
   */
  public record NewLimit(UUID guardianId, UUID childId, Money perPayment, Money perDay) {}

  /**
   * @param guardianId who asks
   * @param childId of whom
   * @param title what
   * @param reward what it brings
   * @param fromAccount an account of the guardian
   * @param toAccount an account of the child
   */
  public record NewTask(
      UUID guardianId,
      UUID childId,
      String title,
      Money reward,
      UUID fromAccount,
      UUID toAccount) {}

  /**
   * @param childId who did it
   */
  public record ByChild(UUID childId) {}

  /**
   * @param guardianId who decides
   * @param decision what
   */
  public record Decision(UUID guardianId, TaskDecision decision) {}

  /**
   * @param giverId who gives
   * @param receiverId who gets it
   * @param fromAccount an account of the giver
   * @param toAccount an account of the receiver
   * @param amount how much
   * @param greeting what is said with it; may be left out
   */
  public record NewRedPacket(
      UUID giverId,
      UUID receiverId,
      UUID fromAccount,
      UUID toAccount,
      Money amount,
      String greeting) {}

  /**
   * @param memberId who sets it
   * @param childId who saves
   * @param accountId where
   * @param title what for
   * @param target how much it takes
   */
  public record NewGoal(UUID memberId, UUID childId, UUID accountId, String title, Money target) {}

  /**
   * @param memberId who pays
   * @param fromAccount an account of his
   * @param amount how much
   */
  public record GoalPayment(UUID memberId, UUID fromAccount, Money amount) {}

  /**
   * @param memberId who wants it
   */
  public record ByMember(UUID memberId) {}

  @POST
  @Operation(summary = "Found a household with its first guardian")
  public Response found(FoundHousehold command, @Context UriInfo uri) {
    HouseholdView household = family.found(command);
    return Response.created(uri.getAbsolutePathBuilder().path(household.id().toString()).build())
        .entity(household)
        .tag(Versions.tag(household.version()))
        .build();
  }

  /** What the family calls itself is personal: it is looked for by a body. */
  @GET
  @Operation(summary = "Households, by the number of a member; by name: POST /households/search")
  public Response list(@Context UriInfo uri) {
    return Lists.answer(
        uri, family.list(Lists.request(uri, Set.of("name"), "POST /api/v1/households/search")));
  }

  @POST
  @Path("/search")
  @ReadsByPost
  @Operation(summary = "Households, by name or member")
  public Response search(Search body) {
    Map<String, String> filters = new LinkedHashMap<>();
    filters.put("name", body.name());
    filters.put("member", body.member());
    return Lists.answer(
        family.list(Lists.request(body.limit(), body.cursor(), body.sort(), filters)));
  }

  /** Never 304: what is saved and told changes without the household's version. */
  @GET
  @Path("/{id}")
  @Operation(summary = "A household with its members, allowances, tasks, goals, limits, notices")
  public Response view(@PathParam("id") String id) {
    return answer(family.view(Ids.parse(id)));
  }

  @GET
  @Path("/membership/{customerId}")
  @Operation(summary = "Whether a customer belongs to a household")
  public MembershipView membership(@PathParam("customerId") String customerId) {
    return family.membership(Ids.parse(customerId));
  }

  @GET
  @Path("/of/{customerId}")
  @Operation(summary = "The household to which a customer belongs")
  public Response ofCustomer(@PathParam("customerId") String customerId) {
    return answer(family.ofCustomer(Ids.parse(customerId)));
  }

  @POST
  @Path("/{id}/members")
  @Operation(summary = "Take somebody in")
  public Response add(@PathParam("id") String id, NewMember body, @Context HttpHeaders headers) {
    return answer(
        family.addMember(
            new AddMember(
                Ids.parse(id),
                Versions.required(headers),
                body.guardianId(),
                body.customerId(),
                body.role())));
  }

  @POST
  @Path("/{id}/departures")
  @Operation(summary = "Let somebody go; what runs for him ends")
  public Response remove(@PathParam("id") String id, Leaving body, @Context HttpHeaders headers) {
    return answer(
        family.removeMember(
            new RemoveMember(
                Ids.parse(id), Versions.required(headers), body.guardianId(), body.customerId())));
  }

  @POST
  @Path("/{id}/allowances")
  @Operation(
      summary = "Start an allowance; only a guardian does",
      description =
          "409 family.allowance-runs: he gives one for the same purpose into the same account on"
              + " the same days already.")
  public Response start(@PathParam("id") String id, NewAllowance body) {
    return answer(
        family.startAllowance(
            new StartAllowance(
                Ids.parse(id),
                body.guardianId(),
                body.childId(),
                body.kind(),
                body.fromAccount(),
                body.toAccount(),
                body.amount(),
                body.rhythm(),
                body.onDay(),
                body.startsOn(),
                body.endsOn())));
  }

  @POST
  @Path("/{id}/allowances/{allowanceId}/stop")
  @Operation(summary = "Stop an allowance")
  public Response stop(
      @PathParam("id") String id,
      @PathParam("allowanceId") String allowanceId,
      ByGuardian body,
      @Context HttpHeaders headers) {
    return answer(
        family.stopAllowance(
            new StopAllowance(
                Ids.parse(id),
                Ids.parse(allowanceId),
                Versions.required(headers),
                body.guardianId())));
  }

  @POST
  @Path("/{id}/limits")
  @Operation(summary = "Set how much a child may pay")
  public Response limit(@PathParam("id") String id, NewLimit body) {
    return answer(
        family.setSpendingLimit(
            new SetSpendingLimit(
                Ids.parse(id),
                body.guardianId(),
                body.childId(),
                body.perPayment(),
                body.perDay())));
  }

  @GET
  @Path("/{id}/tasks")
  @Operation(
      summary = "The tasks of a household, those asked for last first, whether over or not",
      description = "Filters: status (several by commas), child (id). Sort: setAt.")
  public Response tasks(@PathParam("id") String id, @Context UriInfo uri) {
    return Lists.answer(uri, family.tasks(Ids.parse(id), Lists.request(uri)));
  }

  @POST
  @Path("/{id}/tasks")
  @Operation(summary = "Ask something of a child for a reward")
  public Response setTask(@PathParam("id") String id, NewTask body) {
    return answer(
        family.setTask(
            new SetTask(
                Ids.parse(id),
                body.guardianId(),
                body.childId(),
                body.title(),
                body.reward(),
                body.fromAccount(),
                body.toAccount())));
  }

  @POST
  @Path("/{id}/tasks/{taskId}/done")
  @Operation(summary = "The child says that a task is done")
  public Response markDone(
      @PathParam("id") String id,
      @PathParam("taskId") String taskId,
      ByChild body,
      @Context HttpHeaders headers) {
    return answer(
        family.markTaskDone(
            new MarkTaskDone(
                Ids.parse(id), Ids.parse(taskId), Versions.required(headers), body.childId())));
  }

  @POST
  @Path("/{id}/tasks/{taskId}/decision")
  @Operation(summary = "Approve a task, which moves the reward, give it back or cancel it")
  public Response decide(
      @PathParam("id") String id,
      @PathParam("taskId") String taskId,
      Decision body,
      @Context HttpHeaders headers) {
    return answer(
        family.decideTask(
            new DecideTask(
                Ids.parse(id),
                Ids.parse(taskId),
                Versions.required(headers),
                body.guardianId(),
                body.decision())));
  }

  @POST
  @Path("/{id}/red-packets")
  @Operation(summary = "Give a red packet")
  public Response give(@PathParam("id") String id, NewRedPacket body) {
    return answer(
        family.giveRedPacket(
            new GiveRedPacket(
                Ids.parse(id),
                body.giverId(),
                body.receiverId(),
                body.fromAccount(),
                body.toAccount(),
                body.amount(),
                body.greeting())));
  }

  @POST
  @Path("/{id}/goals")
  @Operation(summary = "Set something for a child to save for")
  public Response setGoal(@PathParam("id") String id, NewGoal body) {
    return answer(
        family.setGoal(
            new SetGoal(
                Ids.parse(id),
                body.memberId(),
                body.childId(),
                body.accountId(),
                body.title(),
                body.target())));
  }

  @POST
  @Path("/{id}/goals/{goalId}/payments")
  @Operation(summary = "Pay into the account in which a child saves for a goal")
  public Response payIn(
      @PathParam("id") String id, @PathParam("goalId") String goalId, GoalPayment body) {
    return answer(
        family.payIntoGoal(
            new PayIntoGoal(
                Ids.parse(id),
                Ids.parse(goalId),
                body.memberId(),
                body.fromAccount(),
                body.amount())));
  }

  @POST
  @Path("/{id}/goals/{goalId}/end")
  @Operation(summary = "Give a goal up")
  public Response giveUp(
      @PathParam("id") String id,
      @PathParam("goalId") String goalId,
      ByMember body,
      @Context HttpHeaders headers) {
    return answer(
        family.giveUpGoal(
            new GiveUpGoal(
                Ids.parse(id), Ids.parse(goalId), Versions.required(headers), body.memberId())));
  }

  private static Response answer(HouseholdView household) {
    return Versions.changed(household, household.version());
  }
}
