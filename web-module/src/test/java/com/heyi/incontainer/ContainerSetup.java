package com.heyi.incontainer;

import org.jboss.arquillian.container.spi.Container;
import org.jboss.arquillian.container.spi.ContainerRegistry;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.arquillian.container.spi.context.annotation.DeploymentScoped;
import org.jboss.arquillian.container.spi.event.container.AfterDeploy;
import org.jboss.arquillian.core.api.InstanceProducer;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;

/**
 * Gives the container its settings when it is about to be used: ports and the database are not
 * known before. Then leads the test client to where the tests enter, below a path that asks nobody
 * to sign in.
 */
public class ContainerSetup implements LoadableExtension {

  @Override
  public void register(ExtensionBuilder builder) {
    builder.observer(Settings.class);
  }

  /** Hears of the container and of what is deployed to it. */
  public static class Settings {
    @Inject @DeploymentScoped private InstanceProducer<ProtocolMetaData> where;

    void apply(@Observes ContainerRegistry registry) {
      for (Container container : registry.getContainers()) {
        InContainer.settings()
            .forEach((name, value) -> container.getContainerConfiguration().property(name, value));
      }
    }

    void lead(@Observes AfterDeploy deployed) {
      HTTPContext there = where.get().getContexts(HTTPContext.class).iterator().next();
      HTTPContext here = new HTTPContext(there.getHost(), there.getPort());
      here.add(new Servlet(InContainer.RUNNER, InContainer.TESTS));
      where.set(new ProtocolMetaData().addContext(here));
    }
  }
}
