package com.heyi.accounts;

import com.heyi.accounts.internal.App;
import com.heyi.accounts.internal.Apps;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.facade.Role;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** The register of the bank's apps and channels, and where they do the same thing twice. */
@Facade
@Stateless
public class AppsFacade {
  @Inject private Apps apps;

  public AppsFacade() {}

  AppsFacade(Apps apps) {
    this.apps = apps;
  }

  /** All apps with owner, functions, status and users, by code. */
  @Query(
      value = "app.register-view",
      by = {Role.HEAD_OFFICE_ADMIN, Role.OPERATOR, Role.AUDITOR})
  public List<RegisteredApp> register() {
    return apps.all();
  }

  /**
   * One app.
   *
   * @throws HeyiException {@link AccountsError#APP_UNKNOWN}
   */
  @Query(
      value = "app.view",
      by = {Role.HEAD_OFFICE_ADMIN, Role.OPERATOR, Role.AUDITOR})
  public RegisteredApp view(String code) {
    return apps.one(code);
  }

  /** What apps can do, by code. */
  @Query(
      value = "app.functions",
      by = {Role.HEAD_OFFICE_ADMIN, Role.OPERATOR, Role.AUDITOR})
  public List<AppFunctionView> functions() {
    return apps.functions();
  }

  /** Which functions stand in several apps, with how many customers meet them twice. */
  @Query(
      value = "app.overlap",
      by = {Role.HEAD_OFFICE_ADMIN, Role.OPERATOR, Role.AUDITOR})
  public OverlapReport overlap() {
    return apps.overlap();
  }

  /**
   * Takes an app or channel into the register.
   *
   * @throws HeyiException {@link AccountsError#APP_DUPLICATE}; {@link
   *     AccountsError#APP_FUNCTION_UNKNOWN}
   */
  @Command(value = "app.register", by = Role.HEAD_OFFICE_ADMIN)
  public RegisteredApp register(RegisterApp command) {
    apps.add(command);
    return apps.one(command.code());
  }

  /**
   * Changes who runs an app and what it offers. What a closed app was stays as it was.
   *
   * @throws HeyiException {@link AccountsError#APP_UNKNOWN}; {@link AccountsError#APP_CLOSED};
   *     {@link AccountsError#APP_FUNCTION_UNKNOWN}; {@link CommonError#VERSION_MOVED}
   */
  @Command(value = "app.describe", by = Role.HEAD_OFFICE_ADMIN)
  public RegisteredApp describe(DescribeApp command) {
    App app = apps.hold(command.code());
    app.requireVersion(command.expectedVersion());
    app.describe(command.ownerDepartment());
    apps.offer(command.code(), command.functions());
    apps.moveOn(app);
    return apps.one(command.code());
  }
}
