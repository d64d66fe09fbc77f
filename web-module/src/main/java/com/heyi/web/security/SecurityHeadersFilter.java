package com.heyi.web.security;

import com.heyi.web.errors.EdgeHeaders;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;

/**
 * The headers that keep a browser from being turned against its user. Scripts are PrimeFaces' own
 * matter: it adds a second policy with a nonce for each page, and a browser obeys both.
 */
public class SecurityHeadersFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Inject private WebSettings settings;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Area area = Requests.area(request);
    EdgeHeaders.set(response, settings.isTls());
    if (area == Area.PAGES) {
      response.setHeader(EdgeHeaders.POLICY, pagesPolicy(origin(settings.getIssuer())));
    }
    if (area != Area.OPEN) {
      response.setHeader("Cache-Control", "no-store");
    }
    chain.doFilter(request, response);
  }

  /** Signing out posts a form whose answer redirects to the identity provider. */
  static String pagesPolicy(String identityProvider) {
    return "img-src 'self' data:; style-src 'self' 'unsafe-inline'; font-src 'self' data:; "
        + "connect-src 'self'; media-src 'none'; frame-src 'none'; worker-src 'none'; "
        + "object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self' "
        + identityProvider;
  }

  private static String origin(String address) {
    URI uri = URI.create(address);
    return uri.getScheme() + "://" + uri.getAuthority();
  }
}
