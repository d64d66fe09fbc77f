package com.heyi.web.security;

import com.heyi.web.errors.EdgeAnswers;
import com.heyi.web.errors.EdgeHeaders;
import com.heyi.web.limits.Limits;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContextWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends every request the way in that its {@link Area} asks for. Systems come with a bearer token;
 * people are handed to the OpenID Connect mechanism, which Jakarta Security allows only one of, and
 * which this decorates.
 */
@Decorator
@Priority(100)
public abstract class TwoWaysIn implements HttpAuthenticationMechanism {
  private static final Logger LOG = LoggerFactory.getLogger(TwoWaysIn.class);
  private static final String BEARER = "Bearer ";

  @Inject @Delegate @Any private HttpAuthenticationMechanism pages;
  @Inject private TokenVerifier tokens;
  @Inject private WebSettings settings;
  @Inject private RefusedAtTheDoor refused;
  @Inject private SignedIn signedIn;
  @Inject private Limits limits;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
      throws AuthenticationException {
    // What is answered here never comes to the filter that sets these for all others.
    EdgeHeaders.set(response, settings.isTls());
    if (!admitsBody(request, response)) {
      return AuthenticationStatus.SEND_FAILURE;
    }
    return switch (Requests.area(request)) {
      case OPEN -> context.doNothing();
      case REST, SOAP -> byToken(request, response, context);
      case PAGES -> bySignIn(request, response, context);
    };
  }

  private AuthenticationStatus byToken(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    Optional<String> token = token(request);
    if (token.isEmpty()) {
      record(request, AuthError.TOKEN_MISSING);
      return refuse(request, response, AuthError.TOKEN_MISSING);
    }
    try {
      Identity identity = tokens.verify(token.get());
      Requests.setIdentity(request, identity);
      return context.notifyContainerAboutLogin(
          identity.user(),
          identity.roles().stream().map(role -> role.key()).collect(Collectors.toSet()));
    } catch (TokenRefused e) {
      LOG.info("Token refused, {}: {}", e.error().code(), e.getMessage());
      record(request, e.error());
      return refuse(request, response, e.error());
    }
  }

  private void record(HttpServletRequest request, AuthError error) {
    refused.refused(
        Requests.address(
            request.getRemoteAddr(),
            request.getHeader("X-Forwarded-For"),
            settings.getTrustedProxies()),
        Requests.id(request),
        Requests.channel(Requests.area(request)),
        error);
  }

  private AuthenticationStatus bySignIn(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
      throws AuthenticationException {
    if (request.getUserPrincipal() == null && !admitsSignedOut(request, response)) {
      return AuthenticationStatus.SEND_FAILURE;
    }
    if (request.getUserPrincipal() == null && isAjax(request)) {
      // A script cannot follow a redirect to another origin. The page stays as it is, with all that
      // was typed in it, and offers the way back in.
      return ended(request, response);
    }
    AuthenticationStatus status;
    try {
      status = pages.validateRequest(request, response, new Demanding(context));
    } catch (RuntimeException e) {
      LOG.error(
          "The identity provider at {} does not answer as it should", settings.getIssuer(), e);
      return refuse(request, response, AuthError.UNAVAILABLE);
    }
    if (status == AuthenticationStatus.NOT_DONE) {
      // The mechanism leaves stray "state" parameters alone; nobody gets in by one.
      return redirect(response, settings.getPublicUrl() + "/");
    }
    return status;
  }

  @Override
  public AuthenticationStatus secureResponse(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
      throws AuthenticationException {
    return pages.secureResponse(request, response, context);
  }

  @Override
  public void cleanSubject(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    pages.cleanSubject(request, response, context);
  }

  private static Optional<String> token(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("Authorization"))
        .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(header -> header.substring(BEARER.length()).strip())
        .filter(token -> !token.isEmpty());
  }

  private static boolean isAjax(HttpServletRequest request) {
    return "partial/ajax".equals(request.getHeader("Faces-Request"));
  }

  private boolean admitsBody(HttpServletRequest request, HttpServletResponse response) {
    try {
      return limits.admitsBody(request, response, signedIn.identity(request));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private boolean admitsSignedOut(HttpServletRequest request, HttpServletResponse response) {
    try {
      return limits.admitsSignedOut(request, response);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private AuthenticationStatus refuse(
      HttpServletRequest request, HttpServletResponse response, AuthError error) {
    try {
      if (error.status() == HttpServletResponse.SC_UNAUTHORIZED
          && !limits.admitsSignedOut(request, response)) {
        return AuthenticationStatus.SEND_FAILURE;
      }
      if (error.status() == HttpServletResponse.SC_UNAUTHORIZED) {
        response.setHeader("WWW-Authenticate", error.challenge());
      }
      EdgeAnswers.refuse(request, response, error.status(), error.code());
      return AuthenticationStatus.SEND_FAILURE;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static AuthenticationStatus ended(
      HttpServletRequest request, HttpServletResponse response) {
    try {
      AuthError error = AuthError.SESSION_ENDED;
      response.setHeader("WWW-Authenticate", error.challenge());
      EdgeAnswers.refuse(request, response, error.status(), error.code());
      return AuthenticationStatus.SEND_FAILURE;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static AuthenticationStatus redirect(HttpServletResponse response, String address) {
    try {
      response.sendRedirect(address);
      return AuthenticationStatus.SEND_CONTINUE;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Tells the mechanism that every page wants its reader signed in, whatever web.xml says. */
  private static final class Demanding extends HttpMessageContextWrapper {
    Demanding(HttpMessageContext context) {
      super(context);
    }

    @Override
    public boolean isProtected() {
      return true;
    }
  }
}
