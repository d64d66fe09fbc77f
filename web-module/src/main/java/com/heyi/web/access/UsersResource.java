package com.heyi.web.access;

import com.heyi.access.AccessFacade;
import com.heyi.access.GrantRole;
import com.heyi.access.RevokeRole;
import com.heyi.access.UserView;
import com.heyi.shared.facade.Role;
import com.heyi.web.common.Lists;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Users and the roles they hold, for administrators; auditors read. */
@Path("/users")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "access")
public class UsersResource {
  @Inject private AccessFacade access;

  @GET
  @Operation(summary = "Users by account name", description = "Filter: text.")
  public Response list(@Context UriInfo uri) {
    return Lists.answer(uri, access.list(Lists.request(uri)));
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One user with the roles held")
  public UserView view(@PathParam("id") String id) {
    return access.view(id);
  }

  @POST
  @Path("/{id}/grants")
  @Operation(summary = "Give the user a role")
  public UserView grant(@PathParam("id") String id, Change change) {
    return access.grant(new GrantRole(id, change.role(), change.reason()));
  }

  @POST
  @Path("/{id}/revocations")
  @Operation(summary = "Take a role from the user")
  public UserView revoke(@PathParam("id") String id, Change change) {
    return access.revoke(new RevokeRole(id, change.role(), change.reason()));
  }

  /**
   * A role to grant or revoke.
   *
   * @param role the role
   * @param reason why, for the audit trail
   */
  public record Change(Role role, String reason) {}
}
