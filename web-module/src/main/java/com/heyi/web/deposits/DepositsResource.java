package com.heyi.web.deposits;

import com.heyi.deposits.DepositsFacade;
import com.heyi.deposits.DepositsTrialBalance;
import com.heyi.deposits.LimitView;
import com.heyi.deposits.SetLimit;
import com.heyi.web.common.Lists;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Limits, and the books of money. */
@Path("/")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "deposits")
public class DepositsResource {
  @Inject private DepositsFacade deposits;

  @GET
  @Path("/account-limits")
  @Operation(summary = "Every limit that was ever set, by type and kind, the newest first")
  public Lists.Part<LimitView> limits() {
    return new Lists.Part<>(deposits.limits(), null);
  }

  @POST
  @Path("/account-limits")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Set a limit from a day on")
  public Response setLimit(SetLimit command) {
    return Response.status(Response.Status.CREATED).entity(deposits.setLimit(command)).build();
  }

  @GET
  @Path("/deposits/trial-balance")
  @Operation(summary = "The trial balance of money, proved from all postings")
  public DepositsTrialBalance trialBalance() {
    return deposits.trialBalance();
  }
}
