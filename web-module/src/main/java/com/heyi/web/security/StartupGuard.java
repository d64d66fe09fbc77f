package com.heyi.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** Stops the start when the settings are none to run a bank on. */
@ApplicationScoped
public class StartupGuard {
  @Inject private Config config;

  void check(@Observes @Initialized(ApplicationScoped.class) Object started) {
    List<String> reasons =
        ProductionRules.reasonsNotToStart(
            new ProductionRules.Settings(
                value("heyi.mode", "production"),
                value("heyi.oidc.issuer", null),
                value("heyi.public-url", null),
                value("heyi.oidc.client-secret", null),
                value("heyi.admin-api.client-secret", null),
                value("heyi.db.password", null),
                value("heyi.audit.signing-key", null),
                value("heyi.audit.export.dir", null)));
    if (!reasons.isEmpty()) {
      throw new IllegalStateException("Heyi does not start: " + String.join("; ", reasons));
    }
  }

  private String value(String name, String otherwise) {
    return config.getOptionalValue(name, String.class).orElse(otherwise);
  }
}
