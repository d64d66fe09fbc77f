package com.heyi.web.approvals;

import com.heyi.approvals.ApprovalView;
import com.heyi.approvals.ApprovalsFacade;
import com.heyi.approvals.ApproveRequest;
import com.heyi.approvals.RejectRequest;
import com.heyi.approvals.WithdrawRequest;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.value.Ids;
import com.heyi.web.common.Lists;
import com.heyi.web.common.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Requests that wait for a second person. */
@Path("/approvals")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "approvals")
public class ApprovalsResource {
  @Inject private ApprovalsFacade approvals;
  @Inject private Validator validator;

  /**
   * Why.
   *
   * @param reason in words for the other side
   */
  public record Why(String reason) {}

  @GET
  @Operation(
      summary = "Requests: one's own and those one may decide; an auditor sees all",
      description =
          "Filters: status, action, maker, target, from and to (days), decidable (yes: those that"
              + " the caller may decide now). Sorts: madeAt, expiresAt, action.")
  public Response list(@Context UriInfo uri) {
    return Lists.answer(uri, approvals.list(Lists.request(uri)));
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One request with what would change")
  public Response view(@PathParam("id") String id, @Context Request request) {
    ApprovalView found = approvals.view(Ids.parse(id));
    return Versions.read(request, found, found.version());
  }

  @POST
  @Path("/{id}/approve")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Approve a request: what was shown is carried out as its maker")
  public Response approve(@PathParam("id") String id, @Context HttpHeaders headers) {
    ApprovalView done =
        approvals.approve(new ApproveRequest(Ids.parse(id), Versions.required(headers)));
    return Versions.changed(done, done.version());
  }

  @POST
  @Path("/{id}/reject")
  @Operation(summary = "Reject a request, saying why")
  public Response reject(@PathParam("id") String id, Why why, @Context HttpHeaders headers) {
    ApprovalView done =
        approvals.reject(
            new RejectRequest(Ids.parse(id), Versions.required(headers), why.reason()));
    return Versions.changed(done, done.version());
  }

  @POST
  @Path("/{id}/withdraw")
  @Operation(summary = "Take one's own request back")
  public Response withdraw(@PathParam("id") String id, Why why, @Context HttpHeaders headers) {
    ApprovalView done =
        approvals.withdraw(
            new WithdrawRequest(Ids.parse(id), Versions.required(headers), why.reason()));
    return Versions.changed(done, done.version());
  }

  @POST
  @Path("/decisions")
  @Operation(
      summary = "Decide several requests",
      description = "Each stands alone: one that fails does not stop the others.")
  public SeveralDecisions.Results decide(SeveralDecisions.Wanted wanted) {
    return SeveralDecisions.decide(
        approvals, checked(wanted), CallContext.current().idempotencyKey());
  }

  /** Checked here, because what the facade gets is one request after the other. */
  private SeveralDecisions.Wanted checked(SeveralDecisions.Wanted wanted) {
    Set<ConstraintViolation<SeveralDecisions.Wanted>> wrong = validator.validate(wanted);
    if (!wrong.isEmpty()) {
      throw new ConstraintViolationException(wrong);
    }
    return wanted;
  }
}
