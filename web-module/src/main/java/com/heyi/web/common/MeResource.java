package com.heyi.web.common;

import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells a caller who he is to Heyi. */
@Path("/me")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "me")
public class MeResource {

  @GET
  @Operation(summary = "Who the token says I am")
  public Me me() {
    return Me.of(CallContext.current());
  }

  /**
   * The caller.
   *
   * @param user account name or client id
   * @param displayName name shown to people
   * @param roles keys of the Heyi roles held
   * @param branch code of the branch, or null
   * @param language language of texts, as a BCP 47 tag
   */
  public record Me(
      String user, String displayName, List<String> roles, String branch, String language) {

    static Me of(Caller caller) {
      List<String> roles = caller.roles().stream().map(Role::key).sorted().toList();
      return new Me(
          caller.user(),
          caller.displayName(),
          roles,
          caller.branch(),
          caller.locale().toLanguageTag());
    }
  }
}
