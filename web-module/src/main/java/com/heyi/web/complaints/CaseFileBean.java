package com.heyi.web.complaints;

import com.heyi.complaints.AnswerTask;
import com.heyi.complaints.AskDepartment;
import com.heyi.complaints.CallOutcome;
import com.heyi.complaints.CaseFileView;
import com.heyi.complaints.CompensateComplaint;
import com.heyi.complaints.ComplaintStep;
import com.heyi.complaints.ComplaintView;
import com.heyi.complaints.DeskFacade;
import com.heyi.complaints.FinishCall;
import com.heyi.complaints.GivePoints;
import com.heyi.complaints.PointView;
import com.heyi.complaints.PresenceView;
import com.heyi.complaints.PromiseCall;
import com.heyi.complaints.RaisePoint;
import com.heyi.complaints.RedressFacade;
import com.heyi.complaints.Remedy;
import com.heyi.complaints.ReplyToPoint;
import com.heyi.complaints.TakeBackRedress;
import com.heyi.complaints.WriteNote;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.shared.text.Texts;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import com.heyi.web.errors.FacesErrors;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** What lies beside a complaint on its page: points, tasks, notes, redress, who else is here. */
@Named("caseFile")
@ViewScoped
public class CaseFileBean implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient DeskFacade desk;
  @Inject private transient RedressFacade redress;
  @Inject private transient Clock clock;
  @Inject private ComplaintPage page;

  private final FormKey key = new FormKey();
  private transient CaseFileView file;
  private transient List<PresenceView> here;
  private UUID chosen;
  private long chosenVersion;
  private String words;
  private String department;
  private String branch;
  private String owner;
  private LocalDate dueOn;
  private LocalDateTime callAt;
  private CallOutcome outcome;
  private LocalDateTime againAt;
  private Remedy remedy = Remedy.COMPENSATION;
  private String account;
  private BigDecimal money;
  private Long points;

  /** Whether the caller's role may see what is kept beside the case. */
  public boolean isSeen() {
    return CallContext.current().has(Role.COMPLAINT_HANDLER)
        || CallContext.current().has(Role.HEAD_OFFICE_ADMIN)
        || CallContext.current().has(Role.AUDITOR);
  }

  public CaseFileView getFile() {
    if (file == null) {
      file = desk.file(complaint().id());
    }
    return file;
  }

  /** Whether the caller works on cases, and this one is open. */
  public boolean isWorkable() {
    return CallContext.current().has(Role.COMPLAINT_HANDLER) && complaint().status().isOpen();
  }

  /** Whether the caller may write notes. */
  public boolean isNotable() {
    return !complaint().textsErased()
        && (CallContext.current().has(Role.COMPLAINT_HANDLER)
            || CallContext.current().has(Role.HEAD_OFFICE_ADMIN));
  }

  /** Whether money or points can be given now. */
  public boolean isGivable() {
    return page.may(ComplaintStep.COMPENSATE.name()) && complaint().customerId() != null;
  }

  /** Whether what was given can be taken back now. */
  public boolean isReturnable() {
    return page.may(ComplaintStep.TAKE_BACK.name());
  }

  /** Whether a letter can be written. */
  public boolean isWritable() {
    return complaint().measures() != null
        && (CallContext.current().has(Role.COMPLAINT_HANDLER)
            || CallContext.current().has(Role.HEAD_OFFICE_ADMIN));
  }

  /** Says that this person has the case open, and looks who else has. */
  public void ping() {
    here = desk.present(complaint().id());
  }

  /** A warning with the names of those who have the case open too, or empty. */
  public String getWarning() {
    if (!isNotable()) {
      return "";
    }
    if (here == null) {
      ping();
    }
    return here.isEmpty()
        ? ""
        : Texts.get(
            CallContext.current().locale(),
            "page.complaints.here",
            here.stream().map(PresenceView::name).collect(Collectors.joining("、")));
  }

  public String raise() {
    return does(() -> desk.raise(new RaisePoint(complaint().id(), words)), "raised");
  }

  public String reply() {
    return does(
        () -> desk.reply(new ReplyToPoint(complaint().id(), chosen, chosenVersion, words)),
        "replied");
  }

  public String ask() {
    return does(
        () ->
            desk.ask(new AskDepartment(complaint().id(), department, branch, owner, words, dueOn)),
        "asked");
  }

  public String answer() {
    return does(() -> desk.answer(new AnswerTask(complaint().id(), chosen, words)), "answered");
  }

  public String promise() {
    return does(
        () -> desk.promise(new PromiseCall(complaint().id(), moment(callAt), branch, owner, words)),
        "promised");
  }

  /** Ends the call that was chosen. */
  public String finish() {
    return does(
        () ->
            desk.finish(new FinishCall(complaint().id(), chosen, outcome, words, moment(againAt))),
        outcome == CallOutcome.REACHED ? "called" : "not-reached");
  }

  private Instant moment(LocalDateTime time) {
    return time == null ? null : time.atZone(clock.getZone()).toInstant();
  }

  public String note() {
    return does(() -> desk.note(new WriteNote(complaint().id(), words)), "noted");
  }

  public String compensate() {
    return does(
        () ->
            redress.compensate(
                new CompensateComplaint(
                    complaint().id(),
                    complaint().version(),
                    remedy,
                    account,
                    money == null ? null : new Money(money, Money.CNY),
                    words)),
        "COMPENSATE");
  }

  public String give() {
    return does(
        () ->
            redress.givePoints(
                new GivePoints(
                    complaint().id(),
                    complaint().version(),
                    remedy,
                    points == null ? null : Points.of(points),
                    words)),
        "COMPENSATE");
  }

  public String takeBack() {
    return does(
        () ->
            redress.takeBack(
                new TakeBackRedress(complaint().id(), complaint().version(), chosen, words)),
        "TAKE_BACK");
  }

  /** Sends the letter of apology in a language. */
  public void letter(String language) {
    FacesContext faces = FacesContext.getCurrentInstance();
    try {
      ApologyLetter letter =
          new ApologyLetter(
              redress.letter(complaint().id()), Locale.forLanguageTag(language), clock.getZone());
      ExternalContext out = faces.getExternalContext();
      out.responseReset();
      out.setResponseContentType("application/pdf");
      out.setResponseHeader(
          "Content-Disposition", "attachment; filename=\"" + letter.fileName() + "\"");
      letter.writeTo(out.getResponseOutputStream());
      faces.responseComplete();
    } catch (HeyiException e) {
      FacesErrors.tell(faces, e);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Chooses what the next dialog is about. */
  public void choose(UUID id) {
    chosen = id;
    words = null;
  }

  /** Chooses the point that the next dialog replies to. */
  public void chooseToReply(PointView point) {
    chosen = point.id();
    chosenVersion = point.version();
    words = point.reply();
  }

  private <T> String does(Callable<T> command, String said) {
    return Commands.run(key, command)
        .map(done -> Go.saying("page.complaints.said." + said).again("id", complaint().id()))
        .orElse(Go.STAY);
  }

  private ComplaintView complaint() {
    return page.getComplaint();
  }

  public List<Remedy> getRemedies() {
    return List.of(Remedy.COMPENSATION, Remedy.EX_GRATIA);
  }

  public FormKey getKey() {
    return key;
  }

  public String getWords() {
    return words;
  }

  public void setWords(String words) {
    this.words = words;
  }

  public String getDepartment() {
    return department;
  }

  public void setDepartment(String department) {
    this.department = department;
  }

  public String getBranch() {
    return branch;
  }

  public void setBranch(String branch) {
    this.branch = branch == null || branch.isBlank() ? null : branch.strip();
  }

  public String getOwner() {
    return owner;
  }

  public void setOwner(String owner) {
    this.owner = owner;
  }

  public LocalDate getDueOn() {
    return dueOn;
  }

  public void setDueOn(LocalDate dueOn) {
    this.dueOn = dueOn;
  }

  public CallOutcome[] getOutcomes() {
    return CallOutcome.values();
  }

  public CallOutcome getOutcome() {
    return outcome;
  }

  public void setOutcome(CallOutcome outcome) {
    this.outcome = outcome;
  }

  public LocalDateTime getCallAt() {
    return callAt;
  }

  public void setCallAt(LocalDateTime callAt) {
    this.callAt = callAt;
  }

  public LocalDateTime getAgainAt() {
    return againAt;
  }

  public void setAgainAt(LocalDateTime againAt) {
    this.againAt = againAt;
  }

  public Remedy getRemedy() {
    return remedy;
  }

  public void setRemedy(Remedy remedy) {
    this.remedy = remedy;
  }

  public String getAccount() {
    return account;
  }

  public void setAccount(String account) {
    this.account = account;
  }

  public BigDecimal getMoney() {
    return money;
  }

  public void setMoney(BigDecimal money) {
    this.money = money;
  }

  public Long getPoints() {
    return points;
  }

  public void setPoints(Long points) {
    this.points = points;
  }
}
