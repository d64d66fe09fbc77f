package com.heyi.web.relationship;

import com.heyi.relationship.AlertStatus;
import com.heyi.relationship.AlertView;
import com.heyi.relationship.AlertsFacade;
import com.heyi.relationship.HandleAlert;
import com.heyi.relationship.SeeAlert;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.Param;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.concurrent.Callable;

/** One alert, and what was done about it. */
@PageAt(value = "/relationship/alert.xhtml", facade = AlertsFacade.class, needs = "view")
@Named
@ViewScoped
public class AlertPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private AlertsFacade alerts;

  private final FormKey key = new FormKey();
  private String id;
  private transient AlertView alert;
  private long version;
  private String outcome;

  /** Reads the alert that the address names. */
  public void load() {
    alert = alerts.view(Param.id(id));
    version = alert.version();
  }

  public String see() {
    return step(() -> alerts.see(new SeeAlert(Param.id(id), version)));
  }

  public String handle() {
    return step(() -> alerts.handle(new HandleAlert(Param.id(id), version, outcome)));
  }

  private String step(Callable<AlertView> command) {
    return Commands.run(key, command)
        .map(done -> Go.saying("page.alerts.done").again("id", id))
        .orElse(Go.STAY);
  }

  /** Whether nobody has looked at it, and the caller may. */
  public boolean isMaySee() {
    return isChanging() && getAlert().status() == AlertStatus.OPEN;
  }

  /** Whether it is still to be handled, and the caller may. */
  public boolean isMayHandle() {
    return isChanging() && getAlert().status() != AlertStatus.HANDLED;
  }

  private static boolean isChanging() {
    return CallContext.current().has(Role.HEAD_OFFICE_ADMIN)
        || CallContext.current().has(Role.OPERATOR);
  }

  public AlertView getAlert() {
    if (alert == null) {
      alert = alerts.view(Param.id(id));
    }
    return alert;
  }

  public FormKey getKey() {
    return key;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getOutcome() {
    return outcome;
  }

  public void setOutcome(String outcome) {
    this.outcome = outcome;
  }
}
