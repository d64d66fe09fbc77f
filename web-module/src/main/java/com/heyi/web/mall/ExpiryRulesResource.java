package com.heyi.web.mall;

import com.heyi.mall.CorrectionsFacade;
import com.heyi.mall.ExpiryRule;
import com.heyi.mall.SetExpiryRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How long points last. */
@Path("/mall/expiry-rules")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "points")
public class ExpiryRulesResource {
  @Inject private CorrectionsFacade corrections;

  @GET
  @Operation(summary = "All rules for how long points last, by kind of grant, the newest first")
  public List<ExpiryRule> list() {
    return corrections.expiryRules();
  }

  @POST
  @Operation(summary = "Set how long points of a kind of grant last, from a day on")
  public Response set(SetExpiryRule rule) {
    return Response.status(Response.Status.CREATED).entity(corrections.setExpiryRule(rule)).build();
  }
}
