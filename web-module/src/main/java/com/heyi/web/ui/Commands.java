package com.heyi.web.ui;

import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.ApprovalPending;
import com.heyi.shared.facade.CallContext;
import com.heyi.web.errors.FacesErrors;
import jakarta.faces.context.FacesContext;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Runs a facade's command for a form:
 *
 * <pre>{@code
 * public String register() {
 *   return Commands.run(key, () -> customers.register(form.command()))
 *       .map(done -> Go.saying("page.accounts.registered", done.number())
 *           .to("/accounts/customer", "id", done.id()))
 *       .orElse(Go.STAY);
 * }
 * }</pre>
 */
public final class Commands {
  private Commands() {}

  /**
   * Runs the command under the form's key.
   *
   * @return its answer, or empty when it was refused or waits for a second person: then the page
   *     says why, or where
   */
  public static <T> Optional<T> run(FormKey key, Callable<T> command) {
    try {
      T answer =
          CallContext.callAs(CallContext.current().withIdempotencyKey(key.getValue()), command);
      key.renew();
      return Optional.of(answer);
    } catch (ApprovalPending e) {
      key.renew();
      Submitted.tell(e);
      return Optional.empty();
    } catch (HeyiException e) {
      FacesErrors.tell(FacesContext.getCurrentInstance(), e);
      return Optional.empty();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Runs a command that answers nothing.
   *
   * @return whether it was done
   */
  public static boolean does(FormKey key, Runnable command) {
    return run(
            key,
            () -> {
              command.run();
              return Boolean.TRUE;
            })
        .isPresent();
  }
}
