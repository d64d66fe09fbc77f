package com.heyi.audit.internal;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Sees to it that each revision has a row of the trail that vouches for its versions, whoever made
 * them; Hibernate finds this class as a service.
 */
public class VouchesForVersions implements Integrator {
  @Override
  public void integrate(
      Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
    factory
        .getServiceRegistry()
        .requireService(EventListenerRegistry.class)
        .appendListeners(EventType.POST_INSERT, new OfRevisions());
  }

  @Override
  public void disintegrate(
      SessionFactoryImplementor factory, SessionFactoryServiceRegistry registry) {
    // Nothing is held that would have to be given back.
  }

  /** Hears of each new revision. */
  private static final class OfRevisions implements PostInsertEventListener {
    @Override
    public void onPostInsert(PostInsertEvent event) {
      if (event.getEntity() instanceof Revision revision) {
        PendingRows.of(event.getSession()).revised(revision.number(), revision.row());
      }
    }

    @Override
    public boolean requiresPostCommitHandling(EntityPersister persister) {
      return false;
    }
  }
}
