package com.heyi.web.learning;

import com.heyi.learning.CareFacade;
import com.heyi.learning.HandleSecondFailure;
import com.heyi.learning.NoticeView;
import com.heyi.learning.SecondFailureView;
import com.heyi.learning.SeeNotice;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.Sort;
import com.heyi.shared.text.Texts;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * What stands on a handler's desk beside his cases: notices, and customers who were failed twice.
 */
@Named("deskCare")
@ViewScoped
public class DeskCareBean implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String DESK = "/complaints/desk";
  private static final int SHOWN = 20;
  private static final String COMPLAINT = "complaint:";
  private static final String PROBLEM = "problem:";

  @Inject private transient CareFacade care;

  private final FormKey key = new FormKey();
  private transient List<NoticeView> notices;
  private transient List<SecondFailureView> alarms;
  private UUID chosen;
  private long chosenVersion;
  private String handling;

  public List<NoticeView> getNotices() {
    if (notices == null) {
      notices = care.notices();
    }
    return notices;
  }

  /** The words of a notice; an argument that is the key of a text is shown as that text. */
  public String words(NoticeView notice) {
    Locale locale = CallContext.current().locale();
    Object[] args =
        notice.args().stream()
            .map(arg -> arg.startsWith("enum.") ? Texts.get(locale, arg) : arg)
            .toArray();
    return Texts.get(locale, "notice." + notice.kind(), args);
  }

  /** Where a notice leads, below the application's root, or empty. */
  public String path(NoticeView notice) {
    String about = notice.subject() == null ? "" : notice.subject();
    if (about.startsWith(COMPLAINT)) {
      return "/complaints/complaint.xhtml?id=" + about.substring(COMPLAINT.length());
    } else if (about.startsWith(PROBLEM)) {
      return "/learning/problem.xhtml?id=" + about.substring(PROBLEM.length());
    }
    return switch (notice.kind()) {
      case POINTS_GIVEN, APPEAL_DECIDED -> "/learning/mine.xhtml";
      case APPEALED, THRESHOLD_REACHED -> "/learning/accountability.xhtml";
      default -> "";
    };
  }

  public String see(UUID notice) {
    return Commands.does(key, () -> care.see(new SeeNotice(notice)))
        ? Go.saying("page.learning.notice.seen").to(DESK)
        : Go.STAY;
  }

  /** Open alarms of a second failure, the latest first. */
  public List<SecondFailureView> getAlarms() {
    if (alarms == null) {
      alarms =
          care.secondFailures(
                  PageRequest.after(
                      null, SHOWN, Sort.descending("raisedAt"), Map.of("open", "yes")))
              .items();
    }
    return alarms;
  }

  /** Chooses the alarm that the dialog is about. */
  public void choose(SecondFailureView alarm) {
    chosen = alarm.id();
    chosenVersion = alarm.version();
    handling = null;
  }

  public String handle() {
    HandleSecondFailure command = new HandleSecondFailure(chosen, chosenVersion, handling);
    return Commands.run(key, () -> care.handle(command))
        .map(done -> Go.saying("page.learning.second.handled").to(DESK))
        .orElse(Go.STAY);
  }

  public FormKey getKey() {
    return key;
  }

  public String getHandling() {
    return handling;
  }

  public void setHandling(String handling) {
    this.handling = handling;
  }
}
