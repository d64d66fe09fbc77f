package com.heyi.web.audit;

import com.heyi.audit.AuditEntryView;
import com.heyi.audit.AuditFacade;
import com.heyi.web.common.Lists;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The audit trail over REST, for auditors. */
@RequestScoped
@Path("/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audit")
public class AuditResource {
  @Inject private AuditFacade audit;

  @GET
  @Operation(
      summary = "Entries of the trail, newest first",
      description =
          "Filters: who, action (beginning), module, target, outcome, channel, branch, requestId,"
              + " from and to (days). Sorts: recordedAt, who, action.")
  public Response list(@Context UriInfo uri) {
    return Lists.answer(uri, audit.list(Lists.request(uri)));
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One entry of the trail")
  public AuditEntryView view(@PathParam("id") UUID id) {
    return audit.view(id);
  }
}
