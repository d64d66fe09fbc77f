package com.heyi.audit.internal;

import com.heyi.audit.AuditError;
import com.heyi.audit.DeleteSearch;
import com.heyi.audit.RenameSearch;
import com.heyi.audit.SaveSearch;
import com.heyi.audit.SavedSearchView;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.CommonError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The searches that auditors keep, each his own. */
@ApplicationScoped
public class SavedSearches {
  private static final int MOST = 100;
  private static final String THING = "search";

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;

  protected SavedSearches() {}

  SavedSearches(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
  }

  /** His searches, by name. */
  public List<SavedSearchView> of(String owner) {
    return his(owner).stream().map(SavedSearch::view).toList();
  }

  /**
   * @throws HeyiException {@link AuditError#SEARCH_DUPLICATE}, {@link AuditError#SEARCHES_FULL}
   */
  public SavedSearchView save(String owner, SaveSearch command) {
    String name = command.name().strip();
    if (his(owner).size() >= MOST) {
      throw new HeyiException(AuditError.SEARCHES_FULL, MOST);
    }
    refuseSecond(owner, name);
    SavedSearch search = new SavedSearch(owner, name, command.query(), clock.instant());
    em.persist(search);
    ChangeLog.note(THING, search.id(), "name", null, name);
    return search.view();
  }

  /**
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#VERSION_MOVED}, {@link
   *     AuditError#SEARCH_DUPLICATE}
   */
  public SavedSearchView rename(String owner, RenameSearch command) {
    SavedSearch search = require(owner, command.id());
    search.requireVersion(command.expectedVersion());
    String name = command.name().strip();
    if (!search.name().equals(name)) {
      refuseSecond(owner, name);
      ChangeLog.note(THING, search.id(), "name", search.name(), name);
      search.rename(name);
      em.flush();
    }
    return search.view();
  }

  /**
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#VERSION_MOVED}
   */
  public void delete(String owner, DeleteSearch command) {
    SavedSearch search = require(owner, command.id());
    search.requireVersion(command.expectedVersion());
    ChangeLog.note(THING, command.id(), "name", search.name(), null);
    em.remove(search);
  }

  private void refuseSecond(String owner, String name) {
    if (his(owner).stream().anyMatch(search -> search.name().equals(name))) {
      throw new HeyiException(AuditError.SEARCH_DUPLICATE, name);
    }
  }

  /** Another auditor's search is as if it were not there. */
  private SavedSearch require(String owner, UUID id) {
    return Optional.ofNullable(em.find(SavedSearch.class, id))
        .filter(search -> search.belongsTo(owner))
        .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, id));
  }

  private List<SavedSearch> his(String owner) {
    return em.createQuery(
            "from SavedSearch s where s.owner = :owner order by s.name, s.id", SavedSearch.class)
        .setParameter("owner", owner)
        .getResultList();
  }
}
