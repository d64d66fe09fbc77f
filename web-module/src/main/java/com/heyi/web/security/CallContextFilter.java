package com.heyi.web.security;

import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Channel;
import com.heyi.web.errors.EdgeAnswers;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.slf4j.MDC;

/**
 * Ties the {@link Caller} to the thread for every request that is not open to all, and lets nobody
 * pass whom the way in did not vouch for.
 */
public class CallContextFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String MDC_REQUEST = "requestId";

  @Inject private WebSettings settings;
  @Inject private SignedIn signedIn;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Area area = Requests.area(request);
    String requestId = Requests.id(request);
    response.setHeader("X-Request-Id", requestId);
    MDC.put(MDC_REQUEST, requestId);
    try {
      if (Area.isByToken(Requests.path(request))) {
        proceedAs(tokenHolder(request), request, response, chain);
        return;
      }
      if (area == Area.OPEN) {
        chain.doFilter(request, response);
        return;
      }
      Optional<Identity> identity =
          area == Area.PAGES ? signedIn.identity(request) : Requests.identity(request);
      if (identity.isEmpty()) {
        AuthError missing = AuthError.TOKEN_MISSING;
        EdgeAnswers.refuse(request, response, missing.status(), missing.code());
        return;
      }
      proceedAs(caller(request, area, identity.get()), request, response, chain);
    } finally {
      MDC.remove(MDC_REQUEST);
    }
  }

  private static void proceedAs(
      Caller caller, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      CallContext.callAs(
          caller,
          () -> {
            chain.doFilter(request, response);
            return null;
          });
    } catch (IOException | ServletException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }

  /** Somebody who has not signed in, and holds no role. */
  private Caller tokenHolder(HttpServletRequest request) {
    return new Caller(
        "token-holder",
        null,
        Set.of(),
        null,
        Requests.address(request, settings),
        Requests.id(request),
        Channel.REST,
        request.getHeader("Idempotency-Key"),
        Requests.language(request));
  }

  private Caller caller(HttpServletRequest request, Area area, Identity identity) {
    return new Caller(
        identity.user(),
        identity.displayName(),
        identity.roles(),
        identity.branch(),
        Requests.address(request, settings),
        Requests.id(request),
        Requests.channel(area),
        area == Area.REST ? request.getHeader("Idempotency-Key") : null,
        Requests.language(request));
  }
}
