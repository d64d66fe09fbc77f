package com.heyi.web.complaints;

import com.heyi.complaints.LetterView;
import com.heyi.complaints.RedressFacade;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.value.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The letter of apology. */
@Path("/complaints/{id}/letter")
@ApplicationScoped
@Tag(name = "complaints")
public class LetterResource {
  @Inject private RedressFacade redress;
  @Inject private Clock clock;

  @GET
  @Operation(
      summary = "The letter of apology as PDF",
      description = "In the language that Accept-Language asks for: zh-CN, zh-TW or en.")
  public Response letter(@PathParam("id") String id) {
    LetterView view = redress.letter(Ids.parse(id));
    ApologyLetter letter = new ApologyLetter(view, CallContext.current().locale(), clock.getZone());
    return Response.ok((StreamingOutput) letter::writeTo)
        .type("application/pdf")
        .header("Content-Disposition", "attachment; filename=\"" + letter.fileName() + "\"")
        .build();
  }
}
