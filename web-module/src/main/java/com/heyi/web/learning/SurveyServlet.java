package com.heyi.web.learning;

import com.heyi.shared.text.Texts;
import com.heyi.web.errors.EdgeHeaders;
import com.heyi.web.security.Area;
import com.heyi.web.security.Requests;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where a complainant says how it was, by the link that he was sent; open to all. The token follows
 * the sharp sign, so it comes neither here nor into any log: the page's script posts it with the
 * answer to {@link SurveyAnswersResource}. A bank that has a page of its own names it by {@code
 * heyi.learning.survey-url}.
 */
@WebServlet(Area.SURVEY_PAGE)
public class SurveyServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int MOST_SATISFIED = 5;
  private static final int LEAST_EFFORT = 7;

  /** A text of the page, {@code {{key}}}, or one of its two scales. */
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z.-]+)}}");

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'unsafe-inline'; "
          + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Locale locale = Requests.language(request);
    response.setHeader(EdgeHeaders.POLICY, POLICY);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Content-Language", locale.toLanguageTag());
    response.setContentType("text/html");
    response.setCharacterEncoding("UTF-8");
    response.getWriter().write(page(locale));
  }

  static String page(Locale locale) throws IOException {
    return PLACE
        .matcher(template())
        .replaceAll(place -> Matcher.quoteReplacement(filled(place.group(1), locale)));
  }

  private static String filled(String place, Locale locale) {
    return switch (place) {
      case "language" -> locale.toLanguageTag();
      case "scale.satisfaction" -> scale("satisfaction", MOST_SATISFIED);
      case "scale.effort" -> scale("effort", LEAST_EFFORT);
      default -> escaped(Texts.get(locale, "page.survey." + place));
    };
  }

  private static String scale(String name, int most) {
    return IntStream.rangeClosed(1, most)
        .mapToObj(
            grade ->
                "<label><input type=\"radio\" name=\"%s\" value=\"%d\" required/>%d</label>"
                    .formatted(name, grade, grade))
        .collect(Collectors.joining());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String template() throws IOException {
    try (InputStream in = SurveyServlet.class.getResourceAsStream("survey.html")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
