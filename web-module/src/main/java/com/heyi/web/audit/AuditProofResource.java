package com.heyi.web.audit;

import com.heyi.audit.AuditFacade;
import com.heyi.audit.ProofView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How far the trail is proved, over REST, for auditors. */
@ApplicationScoped
@Path("/audit/proof")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audit")
public class AuditProofResource {
  @Inject private AuditFacade audit;

  @GET
  @Operation(
      summary = "How far the trail is proved",
      description =
          "The last signed checkpoint of the chain, the entries since, and what the last replays"
              + " of the chain have found.")
  public ProofView proof() {
    return audit.proof();
  }
}
