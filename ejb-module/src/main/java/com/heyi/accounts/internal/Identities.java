package com.heyi.accounts.internal;

import com.heyi.accounts.AccountsError;
import com.heyi.accounts.AppView;
import com.heyi.accounts.IdentityView;
import com.heyi.shared.error.HeyiException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The old apps and their customers' ids in the database. */
@ApplicationScoped
public class Identities {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected Identities() {}

  public Identities(EntityManager em) {
    this.em = em;
  }

  /** Sees what this transaction has added, too. */
  Optional<Identity> find(IdentityKey key) {
    return Optional.ofNullable(em.find(Identity.class, key));
  }

  /** What is known of an app's customers with these ids, by id, in one query. */
  Map<String, Known> known(String app, Collection<String> externalIds) {
    Map<String, Known> known = new HashMap<>();
    em.createQuery(
            "select i.key.externalId, c.id, c.number, p from Identity i"
                + " join Customer c on c.id = i.customerId"
                + " left join CardProfile p on p.customerId = c.id"
                + " where i.key.app = :app and i.key.externalId in :ids",
            Object[].class)
        .setParameter("app", app)
        .setParameter("ids", externalIds)
        .getResultStream()
        .forEach(
            row -> {
              CardProfile profile = (CardProfile) row[3];
              known.put(
                  (String) row[0],
                  new Known(
                      (UUID) row[1], (String) row[2], profile == null ? null : profile.view()));
            });
    return known;
  }

  void add(Identity identity) {
    em.persist(identity);
  }

  /** The identities of a customer, by app. */
  List<IdentityView> of(UUID customerId) {
    return em.createQuery(
            "from Identity i where i.customerId = :customer order by i.key.app, i.key.externalId",
            Identity.class)
        .setParameter("customer", customerId)
        .getResultStream()
        .map(Identity::view)
        .toList();
  }

  /**
   * The app for adding identities to it, held until the transaction ends: nobody else adds one
   * meanwhile, and its status stays as it is. Held once, it costs nothing to ask again.
   *
   * @throws HeyiException {@link AccountsError#APP_UNKNOWN}
   */
  App hold(String code) {
    App app = em.find(App.class, code, LockModeType.PESSIMISTIC_WRITE);
    if (app == null) {
      throw new HeyiException(AccountsError.APP_UNKNOWN, code);
    }
    return app;
  }

  /** All apps, by code. */
  public List<AppView> apps() {
    return em.createQuery("from App a order by a.code", App.class)
        .getResultStream()
        .map(App::view)
        .toList();
  }
}
