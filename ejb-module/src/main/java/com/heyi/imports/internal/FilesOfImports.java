package com.heyi.imports.internal;

import com.heyi.imports.StoredFileOwner;
import com.heyi.shared.facade.WaitingCalls;
import com.heyi.shared.persistence.NamedSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * The files that imports want: those of a run that has not let its file go, and those of a request
 * that waits for a second person.
 */
@ApplicationScoped
public class FilesOfImports implements StoredFileOwner {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private WaitingCalls waiting;

  protected FilesOfImports() {}

  public FilesOfImports(EntityManager em, WaitingCalls waiting) {
    this.em = em;
    this.waiting = waiting;
  }

  @Override
  public boolean wants(String storedFile) {
    return isOfARun(storedFile)
        || waiting.targets(StoredFiles.START).contains(StoredFiles.FILE + storedFile);
  }

  private boolean isOfARun(String storedFile) {
    return !NamedSql.values(
            em,
            "select 1 from imports.run where stored_file = :file and file_leaves_at is null"
                + " limit 1",
            Integer.class)
        .setParameter("file", storedFile)
        .getResultList()
        .isEmpty();
  }
}
