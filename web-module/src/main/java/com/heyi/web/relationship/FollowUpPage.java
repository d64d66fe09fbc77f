package com.heyi.web.relationship;

import com.heyi.relationship.ClaimFollowUp;
import com.heyi.relationship.FinishFollowUp;
import com.heyi.relationship.FollowUpOutcome;
import com.heyi.relationship.FollowUpResult;
import com.heyi.relationship.FollowUpStatus;
import com.heyi.relationship.FollowUpView;
import com.heyi.relationship.FollowUpsFacade;
import com.heyi.relationship.ReleaseFollowUp;
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
import java.util.List;
import java.util.concurrent.Callable;

/** One follow-up: taken on, given back, done, and what came of it before. */
@PageAt(value = "/relationship/follow-up.xhtml", facade = FollowUpsFacade.class, needs = "results")
@Named
@ViewScoped
public class FollowUpPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private FollowUpsFacade followUps;

  private final FormKey key = new FormKey();
  private String id;
  private transient FollowUpView followUp;
  private transient List<FollowUpResult> results;
  private long version;
  private FollowUpOutcome outcome;
  private String note;

  /** Reads the follow-up that the address names. */
  public void load() {
    followUp = followUps.view(Param.id(id));
    results = followUps.results(Param.id(id));
    version = followUp.version();
  }

  public String claim() {
    return step(() -> followUps.claim(new ClaimFollowUp(Param.id(id), version)));
  }

  public String release() {
    return step(() -> followUps.release(new ReleaseFollowUp(Param.id(id), version)));
  }

  public String finish() {
    return step(() -> followUps.finish(new FinishFollowUp(Param.id(id), version, outcome, note)));
  }

  private String step(Callable<FollowUpView> command) {
    return Commands.run(key, command)
        .map(done -> Go.saying("page.follow-ups.saved").again("id", id))
        .orElse(Go.STAY);
  }

  /** Whether nobody has taken it on, and the caller's role may. */
  public boolean isMayClaim() {
    return isChanging() && getFollowUp().status() == FollowUpStatus.OPEN;
  }

  /** Whether the caller may give it back. */
  public boolean isMayRelease() {
    return isChanging()
        && getFollowUp().status() == FollowUpStatus.CLAIMED
        && (isOwn() || CallContext.current().has(Role.HEAD_OFFICE_ADMIN));
  }

  /** Whether the caller may say what came of it. */
  public boolean isMayFinish() {
    return isMayClaim()
        || isChanging() && getFollowUp().status() == FollowUpStatus.CLAIMED && isOwn();
  }

  /** Whether somebody else has taken it on, from whom the caller may take it over if he is gone. */
  public boolean isMayTakeOver() {
    return isChanging() && getFollowUp().status() == FollowUpStatus.CLAIMED && !isOwn();
  }

  private boolean isOwn() {
    return CallContext.current().user().equals(getFollowUp().claimedBy());
  }

  private static boolean isChanging() {
    return CallContext.current().has(Role.HEAD_OFFICE_ADMIN)
        || CallContext.current().has(Role.OPERATOR);
  }

  /** What can come of it. */
  public List<FollowUpOutcome> getOutcomes() {
    return FollowUpOutcome.of(getFollowUp().reason());
  }

  public FollowUpView getFollowUp() {
    if (followUp == null) {
      load();
    }
    return followUp;
  }

  public List<FollowUpResult> getResults() {
    if (results == null) {
      results = followUps.results(Param.id(id));
    }
    return results;
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

  public FollowUpOutcome getOutcome() {
    return outcome;
  }

  public void setOutcome(FollowUpOutcome outcome) {
    this.outcome = outcome;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }
}
