package com.heyi.web.learning;

import com.heyi.learning.EnterSurvey;
import com.heyi.learning.SurveyView;
import com.heyi.learning.SurveysFacade;
import com.heyi.web.common.Lists;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How it was for complainants; raw answers. */
@Path("/surveys")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "learning")
public class SurveysResource {
  @Inject private SurveysFacade surveys;

  @GET
  @Operation(
      summary = "Surveys, the latest asked first",
      description =
          "Filters: complaint (id), from, to (days of asking), branch, product, channel, level,"
              + " cause, business, reached and answered (yes or no), satisfaction (grades). -"
              + " stands for surveys that do not say. Sorts: askedAt.")
  public Response list(@Context UriInfo uri) {
    return Lists.answer(uri, surveys.list(Lists.request(uri)));
  }

  @POST
  @Operation(summary = "Take down what a complainant said at the counter or by telephone")
  public SurveyView enter(EnterSurvey command) {
    return surveys.enter(command);
  }
}
