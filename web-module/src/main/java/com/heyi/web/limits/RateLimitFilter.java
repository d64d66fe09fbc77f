package com.heyi.web.limits;

import com.heyi.web.security.Area;
import com.heyi.web.security.Identity;
import com.heyi.web.security.Requests;
import com.heyi.web.security.SignedIn;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Counts the calls of those whom the way in vouched for, and those to what is open to all. */
public class RateLimitFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Inject private Limits limits;
  @Inject private SignedIn signedIn;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (admits(request, response)) {
      chain.doFilter(request, response);
    }
  }

  private boolean admits(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Area area = Requests.area(request);
    if (area == Area.OPEN) {
      return limits.admitsOpen(request, response);
    }
    Optional<Identity> identity =
        area == Area.PAGES ? signedIn.identity(request) : Requests.identity(request);
    // Whoever is nobody here has been counted by the way in, and is refused by the next filter.
    return identity.isEmpty() || limits.admits(identity.get(), request, response);
  }
}
