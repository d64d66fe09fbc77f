package com.heyi.web.learning;

import com.heyi.learning.AccountabilityFacade;
import com.heyi.learning.AppealViolation;
import com.heyi.learning.StaffPoints;
import com.heyi.learning.ViolationStatus;
import com.heyi.learning.ViolationView;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** The caller's own points, and the form that appeals against them. */
@PageAt(value = "/learning/mine.xhtml", facade = AccountabilityFacade.class, needs = "mine")
@Named
@ViewScoped
public class MyPointsPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient AccountabilityFacade accountability;
  @Inject private transient Clock clock;

  private final FormKey key = new FormKey();
  private transient StaffPoints mine;
  private UUID chosen;
  private long chosenVersion;
  private String grounds;

  public StaffPoints getMine() {
    if (mine == null) {
      mine = accountability.mine();
    }
    return mine;
  }

  /** Whether it can still be appealed against. */
  public boolean appealable(ViolationView violation) {
    return violation.status() == ViolationStatus.STANDING
        && !LocalDate.now(clock).isAfter(violation.appealUntil());
  }

  /** Chooses the violation that the dialog appeals against. */
  public void choose(ViolationView violation) {
    chosen = violation.id();
    chosenVersion = violation.version();
    grounds = null;
  }

  public String appeal() {
    AppealViolation command = new AppealViolation(chosen, chosenVersion, grounds);
    return Commands.run(key, () -> accountability.appeal(command))
        .map(done -> Go.saying("page.learning.violation.appealed").to("/learning/mine"))
        .orElse(Go.STAY);
  }

  public FormKey getKey() {
    return key;
  }

  public String getGrounds() {
    return grounds;
  }

  public void setGrounds(String grounds) {
    this.grounds = grounds;
  }
}
