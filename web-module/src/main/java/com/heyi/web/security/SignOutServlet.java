package com.heyi.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.core.UriBuilder;
import java.io.IOException;

/**
 * Ends the session here and at the identity provider (OpenID Connect RP-Initiated Logout 1.0). By
 * POST only; the session cookie is SameSite=Lax, so no other site can do it for somebody.
 */
@WebServlet("/sign-out")
public class SignOutServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private SignedIn signedIn;
  @Inject private WebSettings settings;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    UriBuilder end =
        UriBuilder.fromUri(settings.getIssuer())
            .path("protocol/openid-connect/logout")
            .queryParam("client_id", settings.getClientId())
            .queryParam("post_logout_redirect_uri", settings.getSignedOut());
    signedIn.idToken().ifPresent(token -> end.queryParam("id_token_hint", token));
    String address = end.build().toString();
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Clear-Site-Data", "\"cache\"");
    response.setHeader("Location", address);
  }
}
