package com.heyi.web.complaints;

import com.heyi.complaints.AcceptComplaint;
import com.heyi.complaints.AgreeToAnswer;
import com.heyi.complaints.AnalyseComplaint;
import com.heyi.complaints.AssignComplaint;
import com.heyi.complaints.CloseComplaint;
import com.heyi.complaints.ComplaintCommand;
import com.heyi.complaints.ComplaintStep;
import com.heyi.complaints.ComplaintView;
import com.heyi.complaints.ComplaintsFacade;
import com.heyi.complaints.ContestAnswer;
import com.heyi.complaints.EscalateComplaint;
import com.heyi.complaints.ExtendComplaint;
import com.heyi.complaints.FeedBackComplaint;
import com.heyi.complaints.HandleComplaint;
import com.heyi.complaints.HoldToAccount;
import com.heyi.complaints.NameStaff;
import com.heyi.complaints.PauseComplaint;
import com.heyi.complaints.RectifyCause;
import com.heyi.complaints.ReopenComplaint;
import com.heyi.complaints.ResumeComplaint;
import com.heyi.complaints.ReviewComplaint;
import com.heyi.complaints.StepView;
import com.heyi.complaints.StepsFacade;
import com.heyi.complaints.WinBackCustomer;
import com.heyi.complaints.WithdrawComplaint;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One complaint: where it stands, its timeline, and the form for the next step. */
@PageAt(value = "/complaints/complaint.xhtml", facade = ComplaintsFacade.class, needs = "view")
@Named
@ViewScoped
public class ComplaintPage implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The steps of which one at most is next, and has its form on the page. */
  private static final Set<ComplaintStep> WAY =
      EnumSet.of(
          ComplaintStep.ACCEPT,
          ComplaintStep.RESUME,
          ComplaintStep.ANALYSE,
          ComplaintStep.HANDLE,
          ComplaintStep.FEED_BACK,
          ComplaintStep.CLOSE);

  /** The steps that stand under "more". */
  private static final Set<ComplaintStep> ASIDE =
      EnumSet.of(
          ComplaintStep.NAME_STAFF,
          ComplaintStep.ESCALATE,
          ComplaintStep.TURN,
          ComplaintStep.PAUSE,
          ComplaintStep.AGREE,
          ComplaintStep.WIN_BACK,
          ComplaintStep.HOLD_TO_ACCOUNT,
          ComplaintStep.RECTIFY,
          ComplaintStep.REVIEW,
          ComplaintStep.REOPEN);

  private static final Map<String, String> ENUM_OF_FIELD =
      Map.ofEntries(
          Map.entry("cause", "ComplaintCause"),
          Map.entry("resolution", "Resolution"),
          Map.entry("answerChannel", "ComplaintChannel"),
          Map.entry("noticeChannel", "ComplaintChannel"),
          Map.entry("complexity", "Complexity"),
          Map.entry("level", "AuthorityLevel"),
          Map.entry("part", "StaffPart"),
          Map.entry("remedy", "Remedy"),
          Map.entry("winBackOutcome", "WinBackOutcome"),
          Map.entry("kind", "RemarkKind"),
          Map.entry("askedBy", "PartyRole"));

  @Inject private transient ComplaintsFacade complaints;
  @Inject private transient StepsFacade steps;
  @Inject private transient Formats formats;

  private final FormKey key = new FormKey();
  private String id;
  private transient ComplaintView complaint;
  private StepForm form;

  /** Reads the complaint that the address names. */
  public void load() {
    complaint = complaints.view(Param.id(id));
    form = new StepForm(complaint);
  }

  public String accept() {
    return take(ComplaintStep.ACCEPT);
  }

  public String assign() {
    return take(ComplaintStep.ASSIGN);
  }

  public String extend() {
    return take(ComplaintStep.EXTEND);
  }

  public String analyse() {
    return take(ComplaintStep.ANALYSE);
  }

  public String handle() {
    return take(ComplaintStep.HANDLE);
  }

  public String feedBack() {
    return take(ComplaintStep.FEED_BACK);
  }

  public String contest() {
    return take(ComplaintStep.CONTEST);
  }

  public String close() {
    return take(ComplaintStep.CLOSE);
  }

  public String withdraw() {
    return take(ComplaintStep.WITHDRAW);
  }

  public String nameStaff() {
    return take(ComplaintStep.NAME_STAFF);
  }

  public String escalate() {
    return take(ComplaintStep.ESCALATE);
  }

  public String pause() {
    return take(ComplaintStep.PAUSE);
  }

  public String resume() {
    return take(ComplaintStep.RESUME);
  }

  public String agree() {
    return take(ComplaintStep.AGREE);
  }

  public String winBack() {
    return take(ComplaintStep.WIN_BACK);
  }

  public String holdToAccount() {
    return take(ComplaintStep.HOLD_TO_ACCOUNT);
  }

  public String rectify() {
    return take(ComplaintStep.RECTIFY);
  }

  public String review() {
    return take(ComplaintStep.REVIEW);
  }

  public String reopen() {
    return take(ComplaintStep.REOPEN);
  }

  private String take(ComplaintStep step) {
    return Commands.run(key, () -> send(form.command(step)))
        .map(done -> Go.saying("page.complaints.said." + step).again("id", done.id()))
        .orElse(Go.STAY);
  }

  private ComplaintView send(ComplaintCommand command) {
    if (command instanceof AcceptComplaint accept) {
      return steps.accept(accept);
    } else if (command instanceof AssignComplaint assign) {
      return steps.assign(assign);
    } else if (command instanceof ExtendComplaint extend) {
      return steps.extend(extend);
    } else if (command instanceof AnalyseComplaint analyse) {
      return steps.analyse(analyse);
    } else if (command instanceof HandleComplaint handle) {
      return steps.handle(handle);
    } else if (command instanceof FeedBackComplaint feedBack) {
      return steps.feedBack(feedBack);
    } else if (command instanceof ContestAnswer contest) {
      return steps.contest(contest);
    } else if (command instanceof CloseComplaint close) {
      return steps.close(close);
    } else if (command instanceof WithdrawComplaint withdraw) {
      return steps.withdraw(withdraw);
    }
    return sendMore(command);
  }

  private ComplaintView sendMore(ComplaintCommand command) {
    if (command instanceof NameStaff name) {
      return steps.nameStaff(name);
    } else if (command instanceof EscalateComplaint escalate) {
      return steps.escalate(escalate);
    } else if (command instanceof PauseComplaint pause) {
      return steps.pause(pause);
    } else if (command instanceof ResumeComplaint resume) {
      return steps.resume(resume);
    } else if (command instanceof AgreeToAnswer agree) {
      return steps.agree(agree);
    } else if (command instanceof WinBackCustomer winBack) {
      return steps.winBack(winBack);
    } else if (command instanceof HoldToAccount account) {
      return steps.holdToAccount(account);
    } else if (command instanceof RectifyCause rectify) {
      return steps.rectify(rectify);
    } else if (command instanceof ReviewComplaint review) {
      return steps.review(review);
    } else if (command instanceof ReopenComplaint reopen) {
      return steps.reopen(reopen);
    }
    throw new IllegalArgumentException("No such step: " + command.getClass());
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  /** The complaint as it is shown; read again when the session was kept on disk meanwhile. */
  public ComplaintView getComplaint() {
    if (complaint == null) {
      complaint = complaints.view(Param.id(id));
    }
    return complaint;
  }

  public FormKey getKey() {
    return key;
  }

  public StepForm getForm() {
    return form;
  }

  /** The bar of the process. */
  public List<Step> getProgress() {
    return new Progress(getComplaint(), formats, CallContext.current().locale()).steps();
  }

  /** The steps taken, the latest first. */
  public List<StepView> getTimeline() {
    List<StepView> steps = new ArrayList<>(getComplaint().steps());
    Collections.reverse(steps);
    return steps;
  }

  /** The name of the one step whose form is shown, or null when this person has none to take. */
  public String getNext() {
    return getComplaint().possibleSteps().stream()
        .filter(step -> isMain(step) && may(step))
        .findFirst()
        .map(Enum::name)
        .orElse(null);
  }

  /** Whether this person would go on with the case if he were in charge of it. */
  public boolean isSomebodyElses() {
    return CallContext.current().has(Role.COMPLAINT_HANDLER)
        && getComplaint().possibleSteps().stream().anyMatch(step -> isMain(step) && !may(step));
  }

  /** Whether this person may take this step now, by its name. */
  public boolean may(String step) {
    ComplaintStep wanted = ComplaintStep.valueOf(step);
    return getComplaint().possibleSteps().contains(wanted) && may(wanted);
  }

  /** Whether there is any step beside the way that this person may take now. */
  public boolean isMore() {
    return getComplaint().possibleSteps().stream()
        .anyMatch(step -> ASIDE.contains(step) && may(step));
  }

  /** What was said at a step, a line each, with its label. */
  public List<Said> said(StepView step) {
    return step.detail().entrySet().stream()
        .map(entry -> new Said("page.complaints." + entry.getKey(), value(entry)))
        .toList();
  }

  private static boolean isMain(ComplaintStep step) {
    return WAY.contains(step);
  }

  private boolean may(ComplaintStep step) {
    Caller caller = CallContext.current();
    boolean handles = caller.has(Role.COMPLAINT_HANDLER);
    boolean directs = caller.has(Role.HEAD_OFFICE_ADMIN);
    boolean door =
        switch (step) {
          case ACCEPT, ASSIGN, REOPEN, ESCALATE, TURN -> handles || directs;
          case NAME_STAFF, WITHDRAW -> handles || directs || caller.has(Role.OPERATOR);
          case REVIEW -> handles || caller.has(Role.OPERATOR);
          // Done where the remark is that it became.
          case TURN_BACK -> false;
          default -> handles;
        };
    return door && getComplaint().ownSteps().contains(step);
  }

  private static String value(Map.Entry<String, String> entry) {
    String type = ENUM_OF_FIELD.get(entry.getKey());
    return type == null
        ? entry.getValue()
        : Texts.get(CallContext.current().locale(), "enum." + type + "." + entry.getValue());
  }

  /**
   * A line of what was said.
   *
   * @param label key of its label
   * @param value the words
   */
  public record Said(String label, String value) {}
}
