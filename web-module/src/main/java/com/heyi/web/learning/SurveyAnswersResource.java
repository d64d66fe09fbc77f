package com.heyi.web.learning;

import com.heyi.learning.AnswerSurvey;
import com.heyi.learning.SurveysFacade;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Answers of complainants by the one-time token of their link, without signing in. The token is in
 * the body, so that it stands in no log.
 */
@Path("/survey-answers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "learning")
public class SurveyAnswersResource {
  @Inject private SurveysFacade surveys;

  @POST
  @Operation(summary = "Answer how it was: once, while the link holds")
  public Response answer(AnswerSurvey command) {
    surveys.answer(command);
    return Response.noContent().build();
  }
}
