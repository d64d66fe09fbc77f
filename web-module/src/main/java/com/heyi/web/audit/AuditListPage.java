package com.heyi.web.audit;

import com.heyi.audit.AuditEntryView;
import com.heyi.audit.AuditFacade;
import com.heyi.audit.SaveSearch;
import com.heyi.audit.SavedSearchView;
import com.heyi.shared.facade.AuditEvent.Outcome;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Channel;
import com.heyi.shared.facade.Role;
import com.heyi.shared.paging.Sort;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.LazyList;
import com.heyi.web.ui.PageAt;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The audit trail as a list that can be searched, kept and exported. */
@PageAt(value = "/audit/list.xhtml", facade = AuditFacade.class, needs = "list")
@Named
@ViewScoped
public class AuditListPage implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What was typed freely may be a name: it is sent by POST and stands in no address. */
  private static final Set<String> PERSONAL = Set.of("text");

  private static final Set<String> FIRST =
      Set.of("text", "who", "action", "target", "outcome", "from", "to");

  @Inject private AuditFacade audit;
  @Inject private TrailFiles files;
  private final FormKey key = new FormKey();
  private LazyList<AuditEntryView> list;
  private String name;

  /** Reads the list that the request asks for, or the kept search that it names. */
  public void open() {
    list =
        LazyList.of(
                audit::list,
                PERSONAL,
                kept(),
                "text",
                "who",
                "role",
                "action",
                "module",
                "target",
                "field",
                "change",
                "outcome",
                "error",
                "approval",
                "channel",
                "branch",
                "address",
                "requestId",
                "from",
                "to")
            .countedUpTo(AuditFacade.MOST_COUNTED);
  }

  private Map<String, String> kept() {
    String search =
        FacesContext.getCurrentInstance()
            .getExternalContext()
            .getRequestParameterMap()
            .get("search");
    return search == null
        ? Map.of()
        : audit.searches().stream()
            .filter(one -> one.id().toString().equals(search))
            .findFirst()
            .map(SavedSearchView::filters)
            .orElse(Map.of());
  }

  /** Keeps the search as it is shown, under the name given. */
  public String save() {
    return Commands.run(key, () -> audit.save(new SaveSearch(name, list.queryToKeep())))
        .map(done -> Go.saying("page.audit.search-saved", done.name()).to("/audit/searches"))
        .orElse(Go.STAY);
  }

  public void export(String format) {
    Downloads.run(
        () ->
            files.trail(
                Downloads.format(format),
                null,
                list.getWanted(),
                list.getSortText() == null ? null : Sort.parse(list.getSortText()),
                CallContext.current().locale(),
                Downloads.toBrowser()));
  }

  /** Whether a filter is set that stands among the further ones. */
  public boolean isFurther() {
    return list.getWanted().keySet().stream().anyMatch(filter -> !FIRST.contains(filter));
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
    return List.of(
        "accounts",
        "deposits",
        "family",
        "promotions",
        "invoices",
        "giftcards",
        "relationship",
        "winddown",
        "mall",
        "complaints",
        "learning",
        "messages",
        "approvals",
        "privacy",
        "imports",
        "access",
        "audit");
  }

  /** Keys of the roles. */
  public List<String> getRoles() {
    return Arrays.stream(Role.values()).map(Role::key).toList();
  }

  public List<String> getYesOrNo() {
    return List.of("true", "false");
  }

  public FormKey getKey() {
    return key;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }
}
