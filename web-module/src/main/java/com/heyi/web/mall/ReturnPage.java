package com.heyi.web.mall;

import com.heyi.mall.AdvanceReturn;
import com.heyi.mall.DecideReturn;
import com.heyi.mall.InspectReturn;
import com.heyi.mall.ReturnStatus;
import com.heyi.mall.ReturnStep;
import com.heyi.mall.ReturnView;
import com.heyi.mall.ReturnedGoodsFate;
import com.heyi.mall.ReturnsFacade;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Role;
import com.heyi.shared.text.Texts;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Formats;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.Param;
import com.heyi.web.ui.Step;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

/** A return: how far it is, what comes back, and its next step. */
@PageAt(value = "/mall/return.xhtml", facade = ReturnsFacade.class, needs = "view")
@Named
@ViewScoped
public class ReturnPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final List<ReturnStep> WAY =
      List.of(
          ReturnStep.REQUEST,
          ReturnStep.APPROVE,
          ReturnStep.RECEIVE,
          ReturnStep.INSPECT,
          ReturnStep.REFUND);

  @Inject private ReturnsFacade returns;
  @Inject private transient Formats formats;

  private final FormKey key = new FormKey();
  private final List<Finding> findings = new ArrayList<>();
  private String id;
  private transient ReturnView goods;
  private long version;
  private String reason;

  /** What the inspection finds of a line. */
  public static class Finding implements Serializable {
    private static final long serialVersionUID = 1L;
    private final UUID lineId;
    private Long accepted;
    private ReturnedGoodsFate fate = ReturnedGoodsFate.RESTOCK;

    Finding(ReturnView.Line line) {
      lineId = line.lineId();
      accepted = line.quantity();
    }

    public Long getAccepted() {
      return accepted;
    }

    public void setAccepted(Long accepted) {
      this.accepted = accepted;
    }

    public ReturnedGoodsFate getFate() {
      return fate;
    }

    public void setFate(ReturnedGoodsFate fate) {
      this.fate = fate;
    }
  }

  /** Reads the return that the address names. */
  public void load() {
    goods = returns.view(Param.id(id));
    version = goods.version();
    findings.clear();
    goods.lines().stream().map(Finding::new).forEach(findings::add);
  }

  public String approve() {
    return step(() -> returns.approve(decision()));
  }

  public String refuse() {
    return step(() -> returns.refuse(decision()));
  }

  public String withdraw() {
    return step(() -> returns.withdraw(decision()));
  }

  public String receive() {
    return step(() -> returns.receive(new AdvanceReturn(Param.id(id), version)));
  }

  public String inspect() {
    List<InspectReturn.Line> found =
        findings.stream()
            .map(
                line ->
                    new InspectReturn.Line(
                        line.lineId, line.accepted == null ? 0 : line.accepted, line.fate))
            .toList();
    return step(() -> returns.inspect(new InspectReturn(Param.id(id), version, reason, found)));
  }

  public String refund() {
    return step(() -> returns.refund(new AdvanceReturn(Param.id(id), version)));
  }

  private DecideReturn decision() {
    return new DecideReturn(Param.id(id), version, reason);
  }

  private String step(Callable<ReturnView> command) {
    return Commands.run(key, command)
        .map(
            done ->
                Go.saying("page.mall.return.is-now." + done.status(), done.number())
                    .again("id", id))
        .orElse(Go.STAY);
  }

  /** Whether this person may take this step now, by its name. */
  public boolean may(String step) {
    Caller caller = CallContext.current();
    return (caller.has(Role.HEAD_OFFICE_ADMIN) || caller.has(Role.OPERATOR))
        && getGoods().possibleSteps().contains(ReturnStep.valueOf(step));
  }

  /** The bar of the way. */
  public List<Step> getProgress() {
    ReturnView seen = getGoods();
    boolean over = seen.status() == ReturnStatus.REFUSED || seen.status() == ReturnStatus.WITHDRAWN;
    List<Step> bar = new ArrayList<>();
    boolean open = !over;
    for (ReturnStep step : WAY) {
      Optional<ReturnView.Step> taken = taken(step);
      if (taken.isPresent()) {
        bar.add(done(taken.get()));
      } else if (!over) {
        bar.add(new Step(label(step), null, open ? Step.State.CURRENT : Step.State.AHEAD));
        open = false;
      }
    }
    taken(ReturnStep.REFUSE).ifPresent(step -> bar.add(done(step)));
    taken(ReturnStep.WITHDRAW).ifPresent(step -> bar.add(done(step)));
    return bar;
  }

  private Optional<ReturnView.Step> taken(ReturnStep step) {
    return getGoods().steps().stream().filter(one -> one.step() == step).findFirst();
  }

  private Step done(ReturnView.Step step) {
    return new Step(
        label(step.step()), formats.time(step.at()) + " " + step.who(), Step.State.DONE);
  }

  private static String label(ReturnStep step) {
    return Texts.of(CallContext.current().locale(), step);
  }

  /** The steps taken, the latest first. */
  public List<ReturnView.Step> getTimeline() {
    List<ReturnView.Step> steps = new ArrayList<>(getGoods().steps());
    Collections.reverse(steps);
    return steps;
  }

  public ReturnView getGoods() {
    if (goods == null) {
      goods = returns.view(Param.id(id));
    }
    return goods;
  }

  public List<Finding> getFindings() {
    return findings;
  }

  public ReturnedGoodsFate[] getFates() {
    return ReturnedGoodsFate.values();
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

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
