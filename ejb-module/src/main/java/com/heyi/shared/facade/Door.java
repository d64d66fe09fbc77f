package com.heyi.shared.facade;

import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.AuditEvent.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.util.List;

/**
 * Asks at a facade's door without going in: for a page that shows only the form of a command, and
 * must not show even that to somebody who may not send it.
 */
@ApplicationScoped
public class Door {
  @Inject private AuditSink audit;

  /**
   * Lets the caller of this thread pass if he may call this method of a facade. A refusal leaves
   * the same row in the trail as the call itself would.
   *
   * @param target what it is about, kind and id, or null
   * @throws HeyiException {@link CommonError#FORBIDDEN}
   * @throws IllegalArgumentException when the method declares no action
   */
  public void check(Method method, String target) {
    FacadeAction action =
        FacadeAction.of(method)
            .orElseThrow(() -> new IllegalArgumentException(method + " declares no action"));
    Caller caller = CallContext.current();
    if (!action.allows(caller)) {
      audit.recordApart(
          new AuditEvent(
              caller,
              FacadeInterceptor.moduleOf(method),
              action.name(),
              target,
              null,
              Outcome.REFUSED,
              CommonError.FORBIDDEN.code(),
              action.change(),
              List.of(),
              null));
      throw new HeyiException(CommonError.FORBIDDEN, action.name());
    }
  }
}
