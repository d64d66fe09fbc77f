package com.heyi.web.errors;

import com.heyi.shared.json.Json;
import com.heyi.shared.text.Texts;
import com.heyi.web.security.Area;
import com.heyi.web.security.Requests;
import com.heyi.web.soap.SoapFaults;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;

/**
 * Answers with an error before, beside or behind the frameworks, in the form that the area speaks:
 * a problem document, a SOAP fault, or a plain page. Calls no bean.
 */
public final class EdgeAnswers {
  private EdgeAnswers() {}

  /** Ends the request with this status and code. */
  public static void refuse(
      HttpServletRequest request,
      HttpServletResponse response,
      int status,
      String code,
      Object... args)
      throws IOException {
    Locale locale = Requests.language(request);
    Problem problem = Problems.of(status, code, locale, Requests.id(request), args);
    write(request, response, Requests.area(request), problem, locale);
  }

  /** Tells a person that he is signed out, with the way back in. */
  public static void signedOut(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Locale locale = Requests.language(request);
    response.setHeader("Cache-Control", "no-store");
    String title = Texts.get(locale, "page.signed-out.title");
    String text = Texts.get(locale, "page.signed-out.text");
    String again = Texts.get(locale, "page.signed-out.again");
    send(response, "text/html", PlainPage.of(locale, "合一", title, text, "", again));
  }

  static void write(
      HttpServletRequest request,
      HttpServletResponse response,
      Area area,
      Problem problem,
      Locale locale)
      throws IOException {
    response.setStatus(problem.status());
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Request-Id", problem.requestId());
    response.setHeader("Content-Language", locale.toLanguageTag());
    switch (area) {
      case REST -> send(response, Problem.JSON, Json.write(problem));
      case SOAP -> {
        SoapFaults.Version version = SoapFaults.Version.of(request.getContentType());
        send(response, version.mediaType(), SoapFaults.envelope(problem, version, locale));
      }
      case OPEN, PAGES -> send(response, "text/html", page(problem, locale));
    }
  }

  private static void send(HttpServletResponse response, String type, String body)
      throws IOException {
    response.setContentType(type);
    response.setCharacterEncoding("UTF-8");
    response.getWriter().write(body);
    response.flushBuffer();
  }

  private static String page(Problem problem, Locale locale) {
    return PlainPage.of(
        locale,
        String.valueOf(problem.status()),
        problem.title(),
        problem.detail(),
        Texts.get(locale, "page.error.request", problem.requestId()),
        Texts.get(locale, "page.error.home"));
  }
}
