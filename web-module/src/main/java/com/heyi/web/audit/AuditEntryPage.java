package com.heyi.web.audit;

import com.heyi.audit.AuditEntryView;
import com.heyi.audit.AuditFacade;
import com.heyi.shared.paging.PageRequest;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.Param;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/** One row of the audit trail, with the other rows of the same request. */
@PageAt(value = "/audit/entry.xhtml", facade = AuditFacade.class, needs = "view")
@Named
@RequestScoped
public class AuditEntryPage {
  private static final int MOST_OTHERS = 50;

  @Inject private AuditFacade audit;
  private String id;
  private AuditEntryView entry;
  private List<AuditEntryView> others;

  /** Reads the row that the address names. */
  public void load() {
    entry = audit.view(Param.id(id));
    PageRequest sameRequest =
        new PageRequest(null, 0, MOST_OTHERS, null, Map.of("requestId", entry.requestId()), false);
    others =
        audit.list(sameRequest).items().stream()
            .filter(other -> !other.id().equals(entry.id()))
            .toList();
  }

  /** Whether the target names one record, so that it has a timeline. */
  public boolean isSubject() {
    return entry.target() != null && entry.target().matches("[a-z][a-z-]*:\\S{1,100}");
  }

  /** The records that it changed and of which versions are kept, as targets. */
  public List<String> getRecords() {
    return entry.changes().stream()
        .filter(change -> TimelinePage.WITH_HISTORY.contains(change.thing()))
        .map(change -> change.thing() + ":" + change.id())
        .distinct()
        .toList();
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public AuditEntryView getEntry() {
    return entry;
  }

  public List<AuditEntryView> getOthers() {
    return others;
  }
}
