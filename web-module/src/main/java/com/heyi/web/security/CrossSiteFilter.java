package com.heyi.web.security;

import com.heyi.web.errors.EdgeAnswers;
import com.heyi.web.errors.WebError;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Refuses what another site's page makes a browser send in a person's name. The session cookie is
 * {@code SameSite=Lax} and every form has a view state that nobody else knows; this holds where a
 * browser forgets the one and for the forms that have none of the other.
 */
public class CrossSiteFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

  @Inject private WebSettings settings;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean sends = !HARMLESS.contains(request.getMethod());
    if (sends && Requests.area(request) == Area.PAGES && comesFromElsewhere(request)) {
      WebError error = WebError.CROSS_SITE;
      EdgeAnswers.refuse(request, response, error.kind().status(), error.code());
      return;
    }
    chain.doFilter(request, response);
  }

  private boolean comesFromElsewhere(HttpServletRequest request) {
    return isElsewhere(
        request.getHeader("Origin"), request.getHeader("Sec-Fetch-Site"), settings.getPublicUrl());
  }

  /**
   * Whether a browser says that the page which sends this is not ours. What is no browser says
   * nothing, and has no session of anybody's either.
   */
  static boolean isElsewhere(String origin, String fetchSite, String publicUrl) {
    boolean otherOrigin = origin != null && !origin.equals(publicUrl);
    boolean otherSite = "cross-site".equals(fetchSite) || "same-site".equals(fetchSite);
    return otherOrigin || otherSite;
  }
}
