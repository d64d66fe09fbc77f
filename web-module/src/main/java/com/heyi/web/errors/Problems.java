package com.heyi.web.errors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.heyi.shared.error.ErrorCode;
import com.heyi.shared.error.FieldError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.ApprovalPending;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.text.Texts;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one translation of whatever a call ended with into a {@link Problem}. Used by REST, SOAP and
 * pages alike, so that the same mistake has the same code everywhere.
 */
public final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  /** The code of an error that is ours; its cause is in the log under the request id. */
  public static final String INTERNAL = "internal";

  private Problems() {}

  /**
   * Translates an error. What nobody foresaw is logged here with its stack trace, and told to the
   * caller without any of it.
   */
  public static Problem of(Throwable error, Locale locale, String requestId) {
    Throwable known = known(error);
    if (known instanceof HeyiException heyi) {
      return of(heyi, locale, requestId);
    }
    if (known instanceof JsonProcessingException json) {
      return of(JsonMistakes.explain(json), locale, requestId);
    }
    if (known instanceof ConstraintViolationException violated) {
      return of(violations(violated), locale, requestId);
    }
    if (known instanceof WebApplicationException http && http.getResponse().getStatus() < 500) {
      int status = http.getResponse().getStatus();
      return ofStatus(status, locale, requestId);
    }
    LOG.error("Request {} failed unexpectedly", requestId, error);
    return ofStatus(500, locale, requestId);
  }

  /** A problem that has only an HTTP status, such as a path that leads nowhere. */
  public static Problem ofStatus(int status, Locale locale, String requestId) {
    String code = status >= 500 && status != 503 ? INTERNAL : "http." + status;
    return of(status, code, locale, requestId, requestId);
  }

  /** A problem with this status and code, for what is refused before any module is asked. */
  public static Problem of(
      int status, String code, Locale locale, String requestId, Object... args) {
    return problem(status, code, Texts.get(locale, code, args), List.of(), locale, requestId);
  }

  private static Problem of(HeyiException error, Locale locale, String requestId) {
    List<Problem.Field> fields =
        error.fields().stream().map(field -> field(field, locale)).toList();
    String detail = Texts.get(locale, error.code(), error.args().toArray());
    int status = error.error().kind().status();
    Problem problem = problem(status, error.code(), detail, fields, locale, requestId);
    return error instanceof ApprovalPending pending
        ? problem.waitingBy(pending.approval())
        : problem;
  }

  private static Problem.Field field(FieldError field, Locale locale) {
    String message = Texts.get(locale, field.code(), field.args().toArray());
    return new Problem.Field(field.field(), field.code(), message);
  }

  private static Problem problem(
      int status,
      String code,
      String detail,
      List<Problem.Field> fields,
      Locale locale,
      String requestId) {
    String title = Texts.get(locale, "http.title." + status);
    return new Problem(
        "about:blank", title, status, detail, Problem.INSTANCE + requestId, code, fields);
  }

  /** The first error in the chain that means something to a caller, else the error itself. */
  static Throwable known(Throwable error) {
    Throwable at = error;
    for (int depth = 0; at != null && depth < 20; depth++) {
      if (at instanceof HeyiException
          || at instanceof JsonProcessingException
          || at instanceof ConstraintViolationException
          || at instanceof WebApplicationException && at.getCause() == null) {
        return at;
      }
      at = at.getCause();
    }
    return error;
  }

  private static HeyiException violations(ConstraintViolationException violated) {
    List<FieldError> fields =
        violated.getConstraintViolations().stream()
            .map(
                violation -> {
                  String path = violation.getPropertyPath().toString();
                  String constraint =
                      violation
                          .getConstraintDescriptor()
                          .getAnnotation()
                          .annotationType()
                          .getSimpleName();
                  return FieldError.of(
                      path.substring(path.lastIndexOf('.') + 1), "constraint." + constraint);
                })
            .toList();
    return HeyiException.ofFields(CommonError.INVALID, fields);
  }

  /** Whether the error is one that the caller can do something about. */
  static boolean isBusiness(Throwable error) {
    return known(error) instanceof HeyiException;
  }

  /** The sort of error, for those who must tell a stale record from a refusal. */
  static ErrorCode.Kind kind(Throwable error) {
    return ((HeyiException) known(error)).error().kind();
  }
}
