package com.heyi.web.complaints;

import com.heyi.complaints.IntakeFacade;
import com.heyi.complaints.ProgressView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How complaints stand, by receipt number, for any branch. */
@Path("/complaint-progress")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "complaints")
public class ProgressResource {
  @Inject private IntakeFacade intake;

  @GET
  @Path("/{number}")
  @Operation(
      summary = "How the complaint with this receipt number stands; tells nothing of a person")
  public ProgressView progress(@PathParam("number") String number) {
    return intake.progress(number);
  }
}
