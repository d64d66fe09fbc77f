package com.heyi.web.ui;

import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Door;
import com.heyi.shared.facade.FacadeAction;
import com.heyi.web.errors.EdgeAnswers;
import com.heyi.web.security.Requests;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before every page, so that not even an empty form is shown to somebody who could not send
 * it. The facades behind the page refuse for themselves too.
 */
public class PageGuard extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(PageGuard.class);
  private static final String ENDING = ".xhtml";

  @Inject private Pages pages;
  @Inject private Door door;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String view = Requests.path(request);
    if (!view.endsWith(ENDING) || request.getServletContext().getResource(view) == null) {
      chain.doFilter(request, response);
      return;
    }
    Optional<Pages.Declared> page = pages.at(view);
    if (page.isEmpty()) {
      LOG.error("No bean declares {} by @PageAt, so nobody may open it", view);
      EdgeAnswers.refuse(request, response, 403, CommonError.FORBIDDEN.code(), view);
      return;
    }
    if (admits(page.get(), request)) {
      chain.doFilter(request, response);
    } else {
      EdgeAnswers.refuse(request, response, 403, CommonError.FORBIDDEN.code(), view);
    }
  }

  private boolean admits(Pages.Declared page, HttpServletRequest request) {
    try {
      page.need().ifPresent(need -> door.check(need, target(need, request)));
      return true;
    } catch (HeyiException e) {
      LOG.debug("{} may not be opened: {}", page.view(), e.code());
      return false;
    }
  }

  /** What the page would have shown, as the query behind it names it in the trail. */
  private static String target(Method need, HttpServletRequest request) {
    // Of a form nothing is read: who may not send it shall not have its body taken in.
    String id = "GET".equals(request.getMethod()) ? request.getParameter("id") : null;
    try {
      UUID named = UUID.fromString(id == null ? "" : id);
      return FacadeAction.of(need).orElseThrow().target() + ":" + named;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
