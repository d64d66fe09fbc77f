package com.heyi.web.learning;

import com.heyi.learning.CauseView;
import com.heyi.learning.ProblemsFacade;
import com.heyi.learning.RetireCause;
import com.heyi.learning.SetCause;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The tree of root causes. */
@Path("/root-causes")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "learning")
public class RootCausesResource {
  @Inject private ProblemsFacade problems;

  /**
   * @param reason why
   */
  public record Why(String reason) {}

  @GET
  @Operation(summary = "The whole tree, each node right before those below it")
  public List<CauseView> tree() {
    return problems.causes();
  }

  @POST
  @Operation(summary = "Add a node, or say one anew: then with the version that was seen")
  public CauseView set(SetCause command) {
    return problems.set(command);
  }

  @POST
  @Path("/{code}/retire")
  @Operation(summary = "Retire a node; cases that have it keep it")
  public CauseView retire(@PathParam("code") String code, Why why, @Context HttpHeaders headers) {
    return problems.retire(new RetireCause(code, Versions.required(headers), why.reason()));
  }
}
