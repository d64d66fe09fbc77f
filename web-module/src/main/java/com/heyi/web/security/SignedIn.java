package com.heyi.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.openid.OpenIdContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The person whose session a request belongs to. */
@ApplicationScoped
public class SignedIn {
  @Inject private OpenIdContext session;

  /** The person by his ID token, or empty when the container has not let him in. */
  public Optional<Identity> identity(HttpServletRequest request) {
    if (request.getUserPrincipal() == null || session.getIdentityToken() == null) {
      return Optional.empty();
    }
    return Optional.of(Identity.ofClaims(session.getIdentityToken().getClaims()));
  }

  /** The ID token itself, which tells the identity provider whose session is to end. */
  Optional<String> idToken() {
    return Optional.ofNullable(session.getIdentityToken()).map(token -> token.getToken());
  }
}
