package com.heyi.web.accounts;

import com.heyi.accounts.AppFunctionView;
import com.heyi.accounts.AppStatus;
import com.heyi.accounts.AppsFacade;
import com.heyi.accounts.DescribeApp;
import com.heyi.accounts.RegisteredApp;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** One app: who runs it, who uses it, what it offers. */
@PageAt(value = "/accounts/app.xhtml", facade = AppsFacade.class, needs = "view")
@Named
@ViewScoped
public class AppPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private AppsFacade apps;

  private final FormKey key = new FormKey();
  private String code;
  private transient RegisteredApp app;
  private long version;
  private String ownerDepartment;
  private List<String> functions;
  private String reason;

  /** Reads the app that the address names. */
  public void load() {
    app = apps.view(code);
    version = app.version();
    ownerDepartment = app.app().ownerDepartment();
    functions = app.functions();
  }

  /** Changes owner and functions to those of the form. */
  public String describe() {
    DescribeApp command = new DescribeApp(code, version, ownerDepartment, functions, reason);
    return Commands.run(key, () -> apps.describe(command))
        .map(done -> Go.saying("page.apps.described", done.code()).again("code", code))
        .orElse(Go.STAY);
  }

  public boolean isChangeable() {
    return CallContext.current().has(Role.HEAD_OFFICE_ADMIN)
        && getApp().app().status() != AppStatus.CLOSED;
  }

  public String getName() {
    return getApp().app().name(CallContext.current().locale());
  }

  /** The name of a function in the caller's language. */
  public String name(AppFunctionView one) {
    return one.name(CallContext.current().locale());
  }

  public List<AppFunctionView> getPossible() {
    return apps.functions();
  }

  public RegisteredApp getApp() {
    if (app == null) {
      app = apps.view(code);
    }
    return app;
  }

  public FormKey getKey() {
    return key;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getOwnerDepartment() {
    return ownerDepartment;
  }

  public void setOwnerDepartment(String ownerDepartment) {
    this.ownerDepartment = ownerDepartment;
  }

  public List<String> getFunctions() {
    return functions;
  }

  public void setFunctions(List<String> functions) {
    this.functions = functions;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
