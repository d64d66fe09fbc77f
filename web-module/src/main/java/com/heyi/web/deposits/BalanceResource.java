package com.heyi.web.deposits;

import com.heyi.deposits.AccountBalance;
import com.heyi.deposits.DepositsFacade;
import com.heyi.shared.value.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What lies in an account. */
@Path("/accounts/{accountId}/balance")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "deposits")
public class BalanceResource {
  @Inject private DepositsFacade deposits;

  @GET
  @Operation(summary = "What lies in an account, its limits today, and what is left of them")
  public AccountBalance balance(@PathParam("accountId") String accountId) {
    return deposits.balance(Ids.parse(accountId));
  }
}
