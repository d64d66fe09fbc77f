package com.heyi.shared.history;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/** Sets the {@link ChangeReporter} to listen; Hibernate finds this class as a service. */
public class ReportsChanges implements Integrator {
  @Override
  public void integrate(
      Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
    EventListenerRegistry listeners =
        factory.getServiceRegistry().requireService(EventListenerRegistry.class);
    ChangeReporter reporter = new ChangeReporter();
    listeners.appendListeners(EventType.POST_INSERT, reporter);
    listeners.appendListeners(EventType.POST_UPDATE, reporter);
    listeners.appendListeners(EventType.POST_DELETE, reporter);
  }

  @Override
  public void disintegrate(
      SessionFactoryImplementor factory, SessionFactoryServiceRegistry registry) {
    // Nothing is held that would have to be given back.
  }
}
