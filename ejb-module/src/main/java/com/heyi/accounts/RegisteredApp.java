package com.heyi.accounts;

import com.heyi.shared.facade.Targeted;
import java.util.List;

/**
 * An app or channel as the register keeps it, with how many use it.
 *
 * @param app its names, owner and status
 * @param kind what customers use it on
 * @param functions codes of what it offers
 * @param users customers whom it knows; merged customers count once
 * @param usersElsewhere those of them whom another app knows too
 * @param version version of the record; a change must name it
 */
public record RegisteredApp(
    AppView app,
    AppKind kind,
    List<String> functions,
    long users,
    long usersElsewhere,
    long version)
    implements Targeted {
  public RegisteredApp {
    functions = List.copyOf(functions);
  }

  /** Its code. */
  public String code() {
    return app.code();
  }

  @Override
  public String auditTarget() {
    return "app:" + app.code();
  }
}
