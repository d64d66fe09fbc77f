package com.heyi.web.soap;

import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;

/** Answers {@link CallerOperations}. */
@ApplicationScoped
public class CallerOperationsBean implements CallerOperations {
  @Inject private Clock clock;

  @Override
  public WhoAmI whoAmI() {
    Caller caller = CallContext.current();
    return new WhoAmI(
        caller.user(),
        caller.branch(),
        caller.roles().stream().map(Role::key).sorted().toList(),
        OffsetDateTime.now(clock));
  }
}
