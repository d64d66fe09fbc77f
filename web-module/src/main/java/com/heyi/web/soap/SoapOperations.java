package com.heyi.web.soap;

import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Caller;
import com.heyi.web.common.IdempotencyKeys;
import com.heyi.web.errors.WebError;
import jakarta.jws.WebParam;
import java.lang.reflect.Method;
import java.util.Arrays;

/** What an operation declares about itself. */
final class SoapOperations {
  private SoapOperations() {}

  /** The method of the module's own interface that an endpoint's method stands for. */
  static Method declaration(Class<?> port, Method method) {
    return Arrays.stream(port.getInterfaces())
        .flatMap(part -> Arrays.stream(part.getMethods()))
        .filter(candidate -> candidate.getName().equals(method.getName()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(method + " is no operation of " + port));
  }

  /**
   * The caller with the operation's {@code requestId} as idempotency key, when it has one.
   *
   * @throws HeyiException when the operation wants one and none was sent
   */
  static Caller withKey(Caller caller, Method declared, Object... arguments) {
    if (!wantsKey(declared)) {
      return caller;
    }
    if (arguments[0] == null) {
      throw new HeyiException(WebError.KEY_MISSING);
    }
    return caller.withIdempotencyKey(IdempotencyKeys.checked(arguments[0].toString()));
  }

  private static boolean wantsKey(Method declared) {
    if (declared.getParameterCount() == 0) {
      return false;
    }
    return Arrays.stream(declared.getParameterAnnotations()[0])
        .anyMatch(
            mark ->
                mark instanceof WebParam param && OperationInvoker.REQUEST_ID.equals(param.name()));
  }
}
