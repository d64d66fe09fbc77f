package com.heyi.web.security;

import jakarta.inject.Inject;
import jakarta.security.enterprise.authentication.mechanism.http.openid.OpenIdConstant;
import jakarta.security.enterprise.identitystore.openid.OpenIdContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/**
 * Where the browser comes back to after signing in: gives the session a new id (so that one planted
 * before is worth nothing) and goes on to the page first asked for, without the code and the state
 * in its address.
 */
@WebServlet(Area.CALLBACK)
public class CallbackServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private OpenIdContext session;
  @Inject private WebSettings settings;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    request.changeSessionId();
    Optional<String> asked =
        session.getStoredValue(request, response, OpenIdConstant.ORIGINAL_REQUEST);
    response.sendRedirect(settings.getPublicUrl() + asked.map(CallbackServlet::within).orElse("/"));
  }

  /** Path and query of the page asked for; the host is always ours. */
  static String within(String address) {
    URI uri = URI.create(address);
    String path = uri.getRawPath();
    boolean leadsHome =
        path == null
            || !path.startsWith("/")
            || path.startsWith("//")
            || path.equals(Area.CALLBACK);
    if (leadsHome) {
      return "/";
    }
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }
}
