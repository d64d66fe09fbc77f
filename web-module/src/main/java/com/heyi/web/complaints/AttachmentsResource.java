package com.heyi.web.complaints;

import com.heyi.complaints.AttachmentFile;
import com.heyi.complaints.IntakeFacade;
import com.heyi.shared.value.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.file.Files;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Files of complaints, handed out for saving and never shown in place. */
@Path("/complaint-files")
@ApplicationScoped
@Produces({MediaType.APPLICATION_OCTET_STREAM, MediaType.APPLICATION_JSON})
@Tag(name = "complaints")
public class AttachmentsResource {
  @Inject private IntakeFacade intake;

  @GET
  @Path("/{id}")
  @Operation(summary = "The content of a file")
  public Response download(@PathParam("id") String id) {
    AttachmentFile file = intake.download(Ids.parse(id));
    StreamingOutput content = out -> Files.copy(file.path(), out);
    String name = file.attachment().id() + "." + file.attachment().type().ending();
    return Response.ok(content, file.attachment().type().mediaType())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .header(HttpHeaders.CONTENT_LENGTH, file.attachment().bytes())
        .build();
  }
}
