package com.heyi.web.accounts;

import com.heyi.accounts.AccountView;
import com.heyi.accounts.AccountsFacade;
import com.heyi.shared.value.Ids;
import com.heyi.web.common.Versions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Single accounts. They are opened and listed under their customer. */
@Path("/accounts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "customers")
public class AccountsResource {
  @Inject private AccountsFacade accounts;

  @GET
  @Path("/{id}")
  @Operation(summary = "One account")
  public Response view(@PathParam("id") String id, @Context Request request) {
    AccountView account = accounts.view(Ids.parse(id));
    return Versions.read(request, account, account.version());
  }
}
