package com.heyi.web.health;

import com.heyi.web.security.SigningKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether tokens can be judged: the realm's keys are at hand, fetched now or kept from before. */
@Readiness
@ApplicationScoped
public class SignInReady implements HealthCheck {
  @Inject private SigningKeys keys;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("sign-in").status(keys.available()).build();
  }
}
