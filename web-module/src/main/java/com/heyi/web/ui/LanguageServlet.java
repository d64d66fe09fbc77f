package com.heyi.web.ui;

import com.heyi.web.security.Requests;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;

/**
 * Speaks another language from now on, and shows the same page again. Not a page's action, so that
 * the address keeps its filters.
 */
@WebServlet("/language")
public class LanguageServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String tag = request.getParameter("to");
    Requests.chooseLanguage(request, response, Locale.forLanguageTag(tag == null ? "" : tag));
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", back(request.getHeader("Referer"), request.getContextPath()));
  }

  /** The page the person came from: its path and query only, so it leads nowhere else. */
  static String back(String referer, String contextPath) {
    if (referer != null) {
      try {
        URI uri = URI.create(referer);
        String path = uri.getRawPath();
        if (path != null && path.startsWith("/") && !path.startsWith("//")) {
          return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        }
      } catch (IllegalArgumentException e) {
        return contextPath + "/";
      }
    }
    return contextPath + "/";
  }
}
