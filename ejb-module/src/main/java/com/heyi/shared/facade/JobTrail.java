package com.heyi.shared.facade;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Lets a job do what a facade is asked for otherwise, and tells the trail of it by the same change
 * log: whoever notes what he changes does so once, for calls and for jobs.
 */
@ApplicationScoped
public class JobTrail {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private AuditSink audit;

  protected JobTrail() {}

  public JobTrail(EntityManager em, AuditSink audit) {
    this.em = em;
    this.audit = audit;
  }

  /**
   * Does one piece of work in the running transaction. What it changes is a row of the trail, which
   * stands or falls with it; when it changes nothing or fails, there is none.
   *
   * @param module the module whose job it is
   * @param action name of what it does
   * @param work what to do
   * @param target what that was about, such as {@code order:} and its id, from what the work
   *     answers
   * @return what the work answers
   */
  public <T> T tell(String module, String action, Supplier<T> work, Function<T, String> target) {
    // What is pending was changed before this.
    em.flush();
    try (ChangeLog log = ChangeLog.open(action, null)) {
      T done = work.get();
      em.flush();
      if (!log.own().isEmpty()) {
        audit.record(
            AuditEvent.done(CallContext.current(), module, action, target.apply(done), log.own()));
      }
      return done;
    }
  }
}
