package com.heyi.web.audit;

import com.heyi.audit.AuditEntryView;
import com.heyi.audit.AuditFacade;
import com.heyi.audit.Subject;
import com.heyi.shared.error.ErrorCode;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.text.Texts;
import com.heyi.web.ui.LazyList;
import com.heyi.web.ui.PageAt;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Everything about one customer, case, order or item across modules, newest first. The address says
 * whose by its number or as a target.
 */
@PageAt(value = "/audit/timeline.xhtml", facade = AuditFacade.class, needs = "timeline")
@Named
@ViewScoped
public class TimelinePage implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The things of which versions are kept under an id that can be written down. */
  static final Set<String> WITH_HISTORY =
      Set.of("customer", "account", "app", "item", "complaint", "clock");

  @Inject private AuditFacade audit;
  @Inject private TrailFiles files;
  private String id;
  private transient Subject subject;
  private String trouble;
  private LazyList<AuditEntryView> list;

  /** Finds whose timeline it is, and reads it. */
  public void open() {
    if (id == null || id.isBlank()) {
      return;
    }
    try {
      subject = audit.subject(id);
      list =
          LazyList.of(this::page, "id", "approval", "from", "to")
              .countedUpTo(AuditFacade.MOST_COUNTED);
    } catch (HeyiException e) {
      if (e.error().kind() == ErrorCode.Kind.FORBIDDEN) {
        throw e;
      }
      trouble = Texts.get(CallContext.current().locale(), "page.audit.timeline.unknown", id);
    }
  }

  private Page<AuditEntryView> page(PageRequest request) {
    return audit.timeline(getSubject(), request.without("id"));
  }

  public void export(String format) {
    Downloads.run(
        () ->
            files.trail(
                Downloads.format(format),
                getSubject(),
                withoutId(list.getWanted()),
                null,
                CallContext.current().locale(),
                Downloads.toBrowser()));
  }

  private static Map<String, String> withoutId(Map<String, String> filters) {
    Map<String, String> others = new LinkedHashMap<>(filters);
    others.remove("id");
    return others;
  }

  /** Whether versions of the record itself are kept. */
  public boolean isWithHistory() {
    return WITH_HISTORY.contains(getSubject().thing());
  }

  /** Whether only what two people had a hand in is shown. */
  public boolean isOnlyApproved() {
    return list.getWanted().containsKey("approval");
  }

  public Subject getSubject() {
    if (subject == null && id != null) {
      subject = audit.subject(id);
    }
    return subject;
  }

  public LazyList<AuditEntryView> getList() {
    return list;
  }

  public String getTrouble() {
    return trouble;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
