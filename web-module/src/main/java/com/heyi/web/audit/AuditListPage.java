package com.heyi.web.audit;

import com.heyi.audit.AuditEntryView;
import com.heyi.audit.AuditFacade;
import com.heyi.shared.facade.AuditEvent.Outcome;
import com.heyi.shared.facade.Channel;
import com.heyi.web.ui.LazyList;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.XlsxExport;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The audit trail as a list. */
@PageAt(value = "/audit/list.xhtml", facade = AuditFacade.class, needs = "list")
@Named
@ViewScoped
public class AuditListPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private AuditFacade audit;
  private LazyList<AuditEntryView> list;

  /** Reads the list that the address asks for. */
  public void open() {
    list =
        LazyList.of(
            audit::list,
            "who",
            "action",
            "module",
            "target",
            "outcome",
            "channel",
            "branch",
            "requestId",
            "from",
            "to");
  }

  public LazyList<AuditEntryView> getList() {
    return list;
  }

  public Outcome[] getOutcomes() {
    return Outcome.values();
  }

  public Channel[] getChannels() {
    return Channel.values();
  }

  public List<String> getModules() {
    return List.of("accounts", "mall", "complaints", "imports", "access", "approvals", "audit");
  }

  public void export() {
    XlsxExport.of("page.audit.title", list)
        .column("page.audit.when", AuditEntryView::recordedAt)
        .column("page.audit.who", AuditEntryView::who)
        .column("page.audit.roles", AuditEntryView::roles)
        .column("page.audit.branch", AuditEntryView::branch)
        .column("page.audit.address", AuditEntryView::address)
        .column("page.audit.channel", AuditEntryView::channel)
        .column("page.audit.module", AuditEntryView::module)
        .column("page.audit.action", AuditEntryView::action)
        .column("page.audit.target", AuditEntryView::target)
        .column("page.audit.reason", AuditEntryView::reason)
        .column("page.audit.change", AuditEntryView::change)
        .column("page.audit.outcome", AuditEntryView::outcome)
        .column("page.audit.error", AuditEntryView::errorCode)
        .column("page.audit.request", AuditEntryView::requestId)
        .send();
  }
}
