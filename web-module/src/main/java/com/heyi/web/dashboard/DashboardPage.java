package com.heyi.web.dashboard;

import com.heyi.audit.AuditDay;
import com.heyi.audit.AuditEntryView;
import com.heyi.audit.AuditFacade;
import com.heyi.shared.facade.AuditEvent.Outcome;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.text.Texts;
import com.heyi.web.ui.Chart;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** What the first page shows. Every figure is read from its module when the page is opened. */
@Named
@RequestScoped
public class DashboardPage {
  private static final int ACTIVITY_DAYS = 14;
  private static final int RECENT = 8;

  @Inject private AuditFacade audit;

  private List<AuditDay> activity;
  private List<AuditEntryView> recent;

  /** Reads what this person may see. */
  public void open() {
    if (CallContext.current().has(Role.AUDITOR)) {
      activity = audit.activity(ACTIVITY_DAYS);
      recent = audit.list(PageRequest.first(RECENT)).items();
    }
  }

  /** The trail's growth, or null for who may not see it. */
  public Chart getActivityChart() {
    Locale locale = CallContext.current().locale();
    List<String> days =
        activity.stream()
            .map(day -> "%d-%02d".formatted(day.day().getMonthValue(), day.day().getDayOfMonth()))
            .toList();
    return Chart.stackedBars(days)
        .series(Texts.of(locale, Outcome.DONE), counts(AuditDay::done))
        .series(Texts.of(locale, Outcome.REFUSED), counts(AuditDay::refused))
        .series(Texts.of(locale, Outcome.FAILED), counts(AuditDay::failed));
  }

  public AuditDay getToday() {
    return activity == null ? null : activity.get(activity.size() - 1);
  }

  public List<AuditEntryView> getRecent() {
    return recent;
  }

  private List<Long> counts(ToLongFunction<AuditDay> count) {
    return activity.stream().map(count::applyAsLong).toList();
  }
}
