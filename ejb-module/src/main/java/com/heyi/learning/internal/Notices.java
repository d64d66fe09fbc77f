package com.heyi.learning.internal;

import com.heyi.learning.NoticeKind;
import com.heyi.learning.NoticeView;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Role;
import com.heyi.shared.value.AccountName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What the staff is told on their desks. */
@ApplicationScoped
public class Notices {
  private static final int SHOWN = 100;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;

  protected Notices() {}

  public Notices(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
  }

  /** Tells these accounts, each once for this cause; those who are null are nobody. */
  void tell(
      String cause, Collection<String> accounts, NoticeKind kind, List<String> args, String about) {
    new LinkedHashSet<>(accounts)
        .stream()
            .filter(Objects::nonNull)
            .map(AccountName::of)
            .forEach(account -> tell(cause + ":" + account, account, null, kind, args, about));
  }

  /** Tells all of a role, until one of them has seen it. */
  void tell(String cause, Role role, NoticeKind kind, List<String> args, String about) {
    tell(cause + ":" + role.key(), null, role, kind, args, about);
  }

  private void tell(
      String key, String account, Role role, NoticeKind kind, List<String> args, String about) {
    boolean told =
        !em.createQuery("select n.id from StaffNotice n where n.dedupKey = :key", UUID.class)
            .setParameter("key", key)
            .getResultList()
            .isEmpty();
    if (!told) {
      em.persist(new StaffNotice(key, account, role, kind, args, about, clock.instant()));
    }
  }

  /** What is there for this person and was not seen, the latest first. */
  public List<NoticeView> open(Caller caller) {
    return em.createQuery(
            "from StaffNotice n where n.seenAt is null"
                + " and (n.account = :me or n.role in :roles) order by n.toldAt desc, n.id desc",
            StaffNotice.class)
        .setParameter("me", caller.user())
        .setParameter("roles", roles(caller))
        .setMaxResults(SHOWN)
        .getResultStream()
        .map(StaffNotice::view)
        .toList();
  }

  /** Says that it was seen; nobody says so of another's. */
  public void see(UUID id, Caller caller) {
    StaffNotice notice = em.find(StaffNotice.class, id);
    if (notice == null || !notice.isFor(caller.user(), roles(caller))) {
      throw new HeyiException(CommonError.NOT_FOUND, id);
    }
    notice.see(caller.user(), clock.instant());
  }

  private static List<String> roles(Caller caller) {
    return caller.roles().stream().map(Role::key).toList();
  }
}
