package com.heyi.web.accounts;

import com.heyi.accounts.AccountView;
import com.heyi.accounts.AccountsFacade;
import com.heyi.accounts.CloseAccount;
import com.heyi.accounts.FreezeAccount;
import com.heyi.accounts.UnfreezeAccount;
import com.heyi.accounts.UpgradeAccount;
import com.heyi.accounts.UpgradeCheck;
import com.heyi.accounts.UpgradesFacade;
import com.heyi.shared.value.Ids;
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
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Single accounts. They are opened and listed under their customer. */
@Path("/accounts")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "customers")
public class AccountsResource {
  @Inject private AccountsFacade accounts;
  @Inject private UpgradesFacade upgrades;

  /**
   * @param reason why
   */
  public record Why(String reason) {}

  @POST
  @Path("/{id}/freeze")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Freeze: stop payments out of an account")
  public Response freeze(@PathParam("id") String id, Why why, @Context HttpHeaders headers) {
    return changed(
        accounts.freeze(
            new FreezeAccount(Ids.parse(id), Versions.required(headers), why.reason())));
  }

  @POST
  @Path("/{id}/unfreeze")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Unfreeze: let a frozen account be used again")
  public Response unfreeze(@PathParam("id") String id, Why why, @Context HttpHeaders headers) {
    return changed(
        accounts.unfreeze(
            new UnfreezeAccount(Ids.parse(id), Versions.required(headers), why.reason())));
  }

  @POST
  @Path("/{id}/closing")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Close an account for good; nothing may be left in it")
  public Response close(@PathParam("id") String id, Why why, @Context HttpHeaders headers) {
    return changed(
        accounts.close(new CloseAccount(Ids.parse(id), Versions.required(headers), why.reason())));
  }

  @GET
  @Path("/{id}/upgrade")
  @Operation(summary = "What an upgrade to type I needs today, and which documents are missing")
  public UpgradeCheck checkUpgrade(@PathParam("id") String id) {
    return upgrades.check(Ids.parse(id));
  }

  @POST
  @Path("/{id}/upgrade")
  @Operation(
      summary = "Upgrade an account to type I in one step",
      description = "422 account.documents-missing names the documents.")
  public Response upgrade(@PathParam("id") String id, @Context HttpHeaders headers) {
    return changed(upgrades.upgrade(new UpgradeAccount(Ids.parse(id), Versions.required(headers))));
  }

  private static Response changed(AccountView account) {
    return Versions.changed(account, account.version());
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One account")
  public Response view(@PathParam("id") String id, @Context Request request) {
    AccountView account = accounts.view(Ids.parse(id));
    return Versions.read(request, account, account.version());
  }
}
