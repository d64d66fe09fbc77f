package com.heyi.web.errors;

import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.text.Texts;
import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.ExceptionQueuedEventContext;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;

/**
 * Errors of pages. Before rendering, an error becomes a message on the page that the person is on,
 * so that what he typed is still there. A page that is held no more is loaded anew, or, when a
 * script of it asks, told so: it keeps what was typed over that. An error while rendering goes on
 * to the container, which shows the error page.
 */
public class FacesErrors extends ExceptionHandlerFactory {

  public FacesErrors(ExceptionHandlerFactory wrapped) {
    super(wrapped);
  }

  @Override
  public ExceptionHandler getExceptionHandler() {
    return new Handler(getWrapped().getExceptionHandler());
  }

  private static final class Handler extends ExceptionHandlerWrapper {

    Handler(ExceptionHandler wrapped) {
      super(wrapped);
    }

    @Override
    public void handle() {
      FacesContext faces = FacesContext.getCurrentInstance();
      Iterator<ExceptionQueuedEvent> events = getUnhandledExceptionQueuedEvents().iterator();
      while (events.hasNext()) {
        ExceptionQueuedEventContext queued =
            (ExceptionQueuedEventContext) events.next().getSource();
        Throwable error = queued.getException();
        // What cannot be restored is as good as gone: a forged view state is told no more.
        if (expired(error) || faces.isPostback() && queued.getPhaseId() == PhaseId.RESTORE_VIEW) {
          over(faces);
          events.remove();
        } else if (beforeRendering(faces, queued)) {
          tell(faces, error);
          events.remove();
        }
      }
      getWrapped().handle();
    }

    private static boolean beforeRendering(FacesContext faces, ExceptionQueuedEventContext queued) {
      boolean rendering =
          queued.getPhaseId() == PhaseId.RENDER_RESPONSE
              || queued.getPhaseId() == PhaseId.RESTORE_VIEW;
      return !rendering && faces.getViewRoot() != null && faces.isPostback();
    }

    private static void over(FacesContext faces) {
      HttpServletRequest request = (HttpServletRequest) faces.getExternalContext().getRequest();
      if (faces.getPartialViewContext().isAjaxRequest()) {
        refuse(faces, request);
      } else {
        reload(faces, request);
      }
    }

    private static void refuse(FacesContext faces, HttpServletRequest request) {
      try {
        EdgeAnswers.refuse(
            request,
            (HttpServletResponse) faces.getExternalContext().getResponse(),
            HttpServletResponse.SC_CONFLICT,
            "page.error.over");
        faces.responseComplete();
      } catch (IOException e) {
        throw new FacesException(e);
      }
    }

    private static void reload(FacesContext faces, HttpServletRequest request) {
      try {
        Locale locale = CallContext.find().map(Caller::locale).orElse(Texts.DEFAULT);
        faces.addMessage(
            null,
            new FacesMessage(
                FacesMessage.SEVERITY_WARN, Texts.get(locale, "page.error.expired"), null));
        faces.getExternalContext().getFlash().setKeepMessages(true);
        String query = request.getQueryString();
        String address = request.getRequestURI() + (query == null ? "" : "?" + query);
        faces.getExternalContext().redirect(address);
        faces.responseComplete();
      } catch (IOException e) {
        throw new FacesException(e);
      }
    }

    private static boolean expired(Throwable error) {
      for (Throwable at = error; at != null; at = at.getCause()) {
        if (at instanceof ViewExpiredException) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * Says on the page why something was not done: beside the inputs that are wrong, else at the top.
   * Whatever nobody foresaw is logged and told without any of its inside.
   */
  public static void tell(FacesContext faces, Throwable error) {
    Optional<Caller> caller = CallContext.find();
    Locale locale = caller.map(Caller::locale).orElse(Texts.DEFAULT);
    String requestId = caller.map(Caller::requestId).orElse("unknown");
    Problem problem = Problems.of(error, locale, requestId);
    String text =
        Problems.INTERNAL.equals(problem.code())
            ? Texts.get(locale, "page.error.internal", requestId)
            : problem.detail();
    if (problem.errors().isEmpty()) {
      faces.addMessage(null, message(text));
    } else {
      new FieldMessages(faces).show(problem.errors());
    }
    faces.validationFailed();
    faces.renderResponse();
  }

  static FacesMessage message(String text) {
    return new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null);
  }
}
