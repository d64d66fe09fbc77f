package com.heyi.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the one verifier of tokens and the one cache of keys. */
@ApplicationScoped
public class Keys {

  @Produces
  @Singleton
  SigningKeys signingKeys(WebSettings settings) {
    return new SigningKeys(settings.getJwksUri(), SigningKeys.Timing.USUAL);
  }

  @Produces
  @Singleton
  TokenVerifier tokenVerifier(SigningKeys keys, WebSettings settings, Clock clock) {
    return new TokenVerifier(keys, settings.getIssuer(), WebSettings.AUDIENCE, clock);
  }
}
