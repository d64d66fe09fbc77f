package com.heyi.web.errors;

import com.heyi.web.security.Area;
import com.heyi.web.security.Requests;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;

/**
 * Where the container sends every error that it found itself, so that its own pages, which name the
 * server and may show a stack trace, are never seen.
 */
public class ErrorServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    Object uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    Locale locale = Requests.language(request);
    String requestId = Requests.id(request);
    Problem problem =
        thrown instanceof Throwable error
            ? Problems.of(error, locale, requestId)
            : Problems.ofStatus(status instanceof Integer code ? code : 404, locale, requestId);
    String path = String.valueOf(uri).substring(request.getContextPath().length());
    Area area = Area.of(path, request.getMethod(), null);
    EdgeAnswers.write(request, response, area, problem, locale);
  }
}
