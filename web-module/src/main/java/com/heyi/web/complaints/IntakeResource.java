package com.heyi.web.complaints;

import com.heyi.complaints.AddParty;
import com.heyi.complaints.AttachFile;
import com.heyi.complaints.ComplaintError;
import com.heyi.complaints.EndParty;
import com.heyi.complaints.IntakeFacade;
import com.heyi.complaints.IntakeView;
import com.heyi.complaints.JoinComplaint;
import com.heyi.complaints.PartyRole;
import com.heyi.complaints.TellHeir;
import com.heyi.imports.UploadStore;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What comes in with a complaint: files, those who speak for others, the same matter again. */
@Path("/complaints/{id}/intake")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "complaints")
public class IntakeResource {
  @Inject private IntakeFacade intake;
  @Inject private UploadStore uploads;

  /**
   * @param role AGENT, HEIR or REPRESENTATIVE
   * @param name his name
   * @param contact where he can be reached; may be left out
   * @param relation how he stands to the complainant
   * @param document what proves it
   */
  public record Speaker(
      PartyRole role, String name, String contact, String relation, String document) {}

  /**
   * @param mainId the case that goes on
   * @param reason why they are one matter
   */
  public record Joining(UUID mainId, String reason) {}

  @GET
  @Operation(summary = "Files, those who speak for the complainant, and cases of the same matter")
  public IntakeView view(@PathParam("id") String id) {
    return intake.view(Ids.parse(id));
  }

  /** The body is the file itself: PDF, PNG, JPEG, WAV, MP3 or plain text, 10 MB at most. */
  @POST
  @Path("/files")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Add a file; what it is follows from its content")
  public IntakeView attach(
      @PathParam("id") String id, @QueryParam("filename") String fileName, InputStream file)
      throws IOException {
    UUID complaint = intake.mayAttach(Ids.parse(id));
    return intake.attach(
        new AttachFile(
            complaint,
            fileName,
            uploads.store(file, AttachFile.MOST_BYTES, ComplaintError.FILE_SIZE)));
  }

  @POST
  @Path("/parties")
  @Operation(
      summary = "Name somebody who speaks for the complainant: an agent, an heir, one of five")
  public IntakeView addParty(@PathParam("id") String id, Speaker speaker) {
    return intake.addParty(
        new AddParty(
            Ids.parse(id),
            speaker.role(),
            speaker.name(),
            speaker.contact(),
            speaker.relation(),
            speaker.document()));
  }

  @POST
  @Path("/parties/{partyId}/telling")
  @Operation(
      summary = "Tell an heir from now on, by somebody else than who named him",
      description = "Where messages went before is told once that they go elsewhere.")
  public IntakeView tellHeir(@PathParam("id") String id, @PathParam("partyId") String partyId) {
    return intake.tellHeir(new TellHeir(Ids.parse(id), Ids.parse(partyId)));
  }

  @POST
  @Path("/parties/{partyId}/end")
  @Operation(summary = "End that somebody speaks for the complainant")
  public IntakeView endParty(@PathParam("id") String id, @PathParam("partyId") String partyId) {
    return intake.endParty(new EndParty(Ids.parse(id), Ids.parse(partyId)));
  }

  @POST
  @Path("/join")
  @Operation(
      summary = "Join it to an earlier case of the same matter, which goes on with its clock")
  public Response join(@PathParam("id") String id, Joining joining, @Context HttpHeaders headers) {
    return Response.ok(
            intake.join(
                new JoinComplaint(
                    Ids.parse(id), Versions.required(headers), joining.mainId(), joining.reason())))
        .build();
  }
}
