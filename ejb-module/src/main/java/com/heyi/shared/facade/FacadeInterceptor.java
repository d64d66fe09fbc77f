package com.heyi.shared.facade;

import com.heyi.shared.error.ErrorCode;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.AuditEvent.Outcome;
import com.heyi.shared.persistence.Races;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.validation.Validator;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/**
 * What happens at a module's door, once for all modules: the caller is authorised, the request
 * validated, a retry recognised, and the call recorded for audit. Runs inside the transaction of
 * the facade, so that a change, its remembered answer and its audit row stand or fall together.
 *
 * <p>Authorisation is done here and not by the container's role annotations because a refused
 * attempt must leave an audit row too, and because batch jobs act for a person whose request is
 * over.
 */
@Facade
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class FacadeInterceptor {
  private static final String MODULES = "com.heyi.";

  @Inject private AuditSink audit;
  @Inject private IdempotencyStore idempotency;
  @Inject private ApprovalGate approvals;
  @Inject private Clock clock;
  @Inject private Validator validator;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @AroundInvoke
  Object guard(InvocationContext call) throws Exception {
    Method method = call.getMethod();
    FacadeAction action =
        FacadeAction.of(method)
            .orElseThrow(() -> new IllegalStateException(method + " declares no action"));
    // What an outer call has pending is its own change, not that of the call below it.
    if (ChangeLog.running() && em.isJoinedToTransaction()) {
      em.flush();
    }
    Object[] arguments = arguments(call);
    try (ChangeLog log = ChangeLog.open(action.name(), reason(arguments))) {
      Attempt attempt =
          new Attempt(CallContext.current(), moduleOf(method), action, arguments, log);
      return guarded(call, attempt);
    }
  }

  private Object guarded(InvocationContext call, Attempt attempt) throws Exception {
    Caller caller = attempt.caller();
    FacadeAction action = attempt.action();
    if (!action.allows(caller)) {
      audit.recordApart(attempt.ended(Outcome.REFUSED, CommonError.FORBIDDEN.code(), null));
      throw new HeyiException(CommonError.FORBIDDEN, action.name());
    }
    if (caller.boundBranch().filter(String::isBlank).isPresent()) {
      audit.recordApart(attempt.ended(Outcome.REFUSED, CommonError.BRANCH_MISSING.code(), null));
      throw new HeyiException(CommonError.BRANCH_MISSING);
    }
    try {
      validate(attempt.arguments());
      return action.change() ? change(call, attempt) : read(call, attempt);
    } catch (ApprovalPending e) {
      if (!e.recorded()) {
        audit.recordApart(attempt.pending(e.approval()));
      }
      throw e;
    } catch (HeyiException e) {
      boolean refused = e.error().kind() == ErrorCode.Kind.FORBIDDEN;
      recordTrouble(attempt, refused ? Outcome.REFUSED : Outcome.FAILED, e.code());
      throw e;
    } catch (PersistenceException e) {
      HeyiException known = known(e);
      recordTrouble(attempt, Outcome.FAILED, known == null ? "internal" : known.code());
      throw known == null ? e : known;
    } catch (Exception e) {
      recordTrouble(attempt, Outcome.FAILED, "internal");
      throw e;
    }
  }

  private Object read(InvocationContext call, Attempt attempt) throws Exception {
    Object answer = call.proceed();
    if (attempt.action().recorded()) {
      audit.record(attempt.ended(Outcome.DONE, null, answer));
    }
    return answer;
  }

  private Object change(InvocationContext call, Attempt attempt) throws Exception {
    String key = attempt.caller().idempotencyKey();
    if (key == null) {
      return changeOnce(call, attempt);
    }
    String fingerprint = RequestHash.of(attempt.action().name(), attempt.arguments());
    Optional<IdempotencyStore.Answer> earlier =
        idempotency.claim(attempt.caller().user(), key, fingerprint);
    if (earlier.isPresent()) {
      Object answer = earlier.get().as(call.getMethod().getGenericReturnType());
      CallContext.markReplayed();
      audit.record(attempt.ended(Outcome.REPLAYED, null, answer));
      return answer;
    }
    Object answer = changeOnce(call, attempt);
    idempotency.remember(
        attempt.caller().user(), key, attempt.action().name(), fingerprint, answer);
    return answer;
  }

  private Object changeOnce(InvocationContext call, Attempt attempt) throws Exception {
    Optional<FourEyes> rule =
        ApprovedRun.running() ? Optional.empty() : approvals.ruleFor(attempt.action().name());
    Object answer = rule.isPresent() ? tried(call, attempt, rule.get()) : proceed(call);
    audit.record(attempt.ended(Outcome.DONE, null, answer));
    return answer;
  }

  private Object proceed(InvocationContext call) throws Exception {
    Object answer = call.proceed();
    // Flushed here so that a lost race shows as an error of this call, not as a failed commit.
    em.flush();
    return answer;
  }

  /**
   * Runs what may have to wait for a second person. Whether it must is known when it has run; then
   * it is stored with what it would have changed, and the run rolled back by the exception.
   */
  private Object tried(InvocationContext call, Attempt attempt, FourEyes rule) throws Exception {
    String fingerprint = RequestHash.of(attempt.action().name(), attempt.arguments());
    if (attempt.log().outermost()) {
      Optional<ApprovalPending> earlier = approvals.earlier(attempt.caller(), fingerprint);
      if (earlier.isPresent()) {
        throw earlier.get();
      }
      attempt.log().beOnTrial();
    }
    attempt.log().mayWait(() -> rule.holds(together(attempt, rule, approvals::wouldBeTogether)));
    Instant triedAt = clock.instant();
    try (OutsideEffects effects = OutsideEffects.waiting()) {
      Object answer = proceed(call);
      Long together = together(attempt, rule, approvals::together);
      if (rule.holds(together)) {
        if (attempt.log().outermost()) {
          throw approvals.hold(attempt.held(fingerprint, triedAt, together));
        }
        attempt.log().holdUp(attempt.action().name());
      } else if (attempt.log().heldUp() != null) {
        throw new HeyiException(CommonError.APPROVAL_NESTED, attempt.log().heldUp());
      }
      effects.release();
      return answer;
    }
  }

  /** How what a maker did alone is summed up. */
  @FunctionalInterface
  private interface Sum {
    long of(Caller maker, String action, String target, long weight, FourEyes rule);
  }

  /** What counts against the threshold; null when the call did not say what it weighs. */
  private static Long together(Attempt attempt, FourEyes rule, Sum sum) {
    Long weight = attempt.log().weight();
    Long upon = attempt.log().weightUponStanding();
    if (weight == null || weight == 0 || !rule.addsUp()) {
      return upon;
    }
    long byMaker =
        sum.of(attempt.caller(), attempt.action().name(), attempt.target(null), weight, rule);
    return Math.max(upon, byMaker);
  }

  private void recordTrouble(Attempt attempt, Outcome outcome, String code) {
    if (attempt.action().change() || attempt.action().recorded() || outcome == Outcome.REFUSED) {
      audit.recordApart(attempt.ended(outcome, code, null));
    }
  }

  private void validate(Object[] arguments) {
    for (Object argument : arguments) {
      if (argument instanceof Record) {
        List<com.heyi.shared.error.FieldError> wrong =
            validator.validate(argument).stream().map(ConstraintErrors::fieldError).toList();
        if (!wrong.isEmpty()) {
          throw HeyiException.ofFields(CommonError.INVALID, wrong);
        }
      }
    }
  }

  /** The arguments of the call; the container gives none at all for a method without any. */
  private static Object[] arguments(InvocationContext call) {
    return call.getParameters() == null ? new Object[0] : call.getParameters();
  }

  private static String reason(Object[] arguments) {
    return Arrays.stream(arguments)
        .filter(Reasoned.class::isInstance)
        .map(argument -> ((Reasoned) argument).reason())
        .filter(Objects::nonNull)
        .map(WithoutIdentifiers::of)
        .findFirst()
        .orElse(null);
  }

  /** SQLSTATE class 22: what was sent cannot be a value of its column. */
  private static boolean isDataException(SQLException e) {
    return e.getSQLState() != null && e.getSQLState().startsWith("22");
  }

  private static HeyiException known(PersistenceException e) {
    if (Races.lost(e)) {
      return new HeyiException(CommonError.CONCURRENT_CHANGE, List.of(), List.of(), e);
    }
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConstraintViolationException violation && isUnique(violation)) {
        return new HeyiException(CommonError.CONCURRENT_CHANGE, List.of(), List.of(), e);
      }
      if (cause instanceof SQLException sql && isDataException(sql)) {
        return new HeyiException(CommonError.VALUE, List.of(), List.of(), e);
      }
    }
    return null;
  }

  private static boolean isUnique(ConstraintViolationException violation) {
    return violation.getKind() == ConstraintViolationException.ConstraintKind.UNIQUE;
  }

  static String moduleOf(Method method) {
    String name = method.getDeclaringClass().getPackageName();
    String inHeyi = name.startsWith(MODULES) ? name.substring(MODULES.length()) : name;
    int dot = inHeyi.indexOf('.');
    return dot < 0 ? inHeyi : inHeyi.substring(0, dot);
  }

  /** One call on its way to its audit row. */
  private record Attempt(
      Caller caller, String module, FacadeAction action, Object[] arguments, ChangeLog log) {

    AuditEvent ended(Outcome outcome, String errorCode, Object answer) {
      return new AuditEvent(
          caller,
          module,
          action.name(),
          target(answer),
          FacadeInterceptor.reason(arguments),
          outcome,
          errorCode,
          action.change(),
          outcome == Outcome.DONE ? log.own() : List.of(),
          ApprovedRun.approval().orElse(null),
          outcome == Outcome.DONE && !action.change() ? shown(answer) : Set.of());
    }

    private Set<UUID> shown(Object answer) {
      Set<UUID> shown = Shown.in(answer);
      shown.addAll(log.shown());
      return shown;
    }

    AuditEvent pending(UUID approval) {
      return AuditEvent.pending(
          caller,
          module,
          action.name(),
          target(null),
          FacadeInterceptor.reason(arguments),
          approval);
    }

    HeldCall held(String fingerprint, Instant triedAt, Long together) {
      return new HeldCall(
          caller,
          module,
          action.name(),
          Arrays.asList(arguments),
          fingerprint,
          target(null),
          FacadeInterceptor.reason(arguments),
          log.weight(),
          together,
          action.unit(),
          log.all(),
          triedAt);
    }

    private String target(Object answer) {
      if (answer instanceof Targeted targeted) {
        return targeted.auditTarget();
      }
      return Arrays.stream(arguments)
          .filter(Targeted.class::isInstance)
          .map(argument -> ((Targeted) argument).auditTarget())
          .filter(Objects::nonNull)
          .findFirst()
          .or(this::askedFor)
          .orElse(null);
    }

    /** A bare id, or a number where the query says what it names. */
    private Optional<String> askedFor() {
      return Arrays.stream(arguments)
          .filter(
              argument ->
                  argument instanceof UUID || argument instanceof String && action.namesItsTarget())
          .findFirst()
          .map(asked -> action.target() + ":" + asked);
    }
  }
}
