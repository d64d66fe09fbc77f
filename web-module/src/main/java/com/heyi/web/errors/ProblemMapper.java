package com.heyi.web.errors;

import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.text.Texts;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.Optional;

/**
 * Every error of REST becomes a problem document; a call that waits for a second person is none,
 * and is told where it waits.
 */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
  @Context private UriInfo uri;

  @Override
  public Response toResponse(Throwable error) {
    if (error instanceof WebApplicationException http && http.getResponse().getStatus() < 400) {
      return http.getResponse();
    }
    Optional<Caller> caller = CallContext.find();
    Locale locale = caller.map(Caller::locale).orElse(Texts.DEFAULT);
    Problem problem = Problems.of(error, locale, caller.map(Caller::requestId).orElse("unknown"));
    if (problem.approval() != null) {
      return Response.accepted(Waiting.of(problem))
          .type(MediaType.APPLICATION_JSON)
          .location(
              uri.getBaseUriBuilder().path("approvals").path(problem.approval().toString()).build())
          .header(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag())
          .build();
    }
    Response.ResponseBuilder answer =
        Response.status(problem.status())
            .type(Problem.JSON)
            .header(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag())
            .entity(problem);
    if (error instanceof WebApplicationException http) {
      String allowed = http.getResponse().getHeaderString(HttpHeaders.ALLOW);
      Optional.ofNullable(allowed).ifPresent(methods -> answer.header(HttpHeaders.ALLOW, methods));
    }
    return answer.build();
  }
}
