package com.heyi.web.approvals;

import com.heyi.approvals.ApprovalRuleView;
import com.heyi.approvals.ApprovalRulesFacade;
import com.heyi.approvals.SetApprovalRule;
import com.heyi.shared.facade.AddsUpBy;
import com.heyi.shared.facade.Role;
import com.heyi.web.common.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which actions wait for a second person. */
@Path("/approval-rules")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "approvals")
public class ApprovalRulesResource {
  @Inject private ApprovalRulesFacade rules;

  /**
   * What to set for an action.
   *
   * @param above only when the call weighs more than this; absent for always
   * @param withinHours how far back what the same maker did alone counts too; absent when each call
   *     counts for itself
   * @param addsUpBy whether that is what he did to the same target or to any; to the same when
   *     absent
   * @param checkers roles that may decide
   * @param expiresAfterHours how long a request waits
   * @param active whether the rule is in force
   * @param reason why
   */
  public record Setting(
      Long above,
      Integer withinHours,
      AddsUpBy addsUpBy,
      List<Role> checkers,
      int expiresAfterHours,
      boolean active,
      String reason) {}

  @GET
  @Operation(summary = "Every action with what is set for it")
  public Map<String, List<ApprovalRuleView>> all() {
    return Map.of("items", rules.list());
  }

  @GET
  @Path("/{action}")
  @Operation(summary = "What is set for one action")
  public Response view(@PathParam("action") String action, @Context Request request) {
    ApprovalRuleView rule = rules.view(action);
    return Versions.read(request, rule, rule.version());
  }

  @PUT
  @Path("/{action}")
  @Operation(
      summary = "Set whether an action waits for a second person",
      description = "Waits for one itself, always: answers 202 with the request.")
  public Response set(
      @PathParam("action") String action, Setting to, @Context HttpHeaders headers) {
    ApprovalRuleView rule =
        rules.set(
            new SetApprovalRule(
                action,
                Versions.required(headers),
                to.above(),
                to.withinHours(),
                to.addsUpBy(),
                to.checkers(),
                to.expiresAfterHours(),
                to.active(),
                to.reason()));
    return Versions.changed(rule, rule.version());
  }
}
