package com.heyi.web.audit;

import com.heyi.audit.AuditFacade;
import com.heyi.audit.DeleteSearch;
import com.heyi.audit.RenameSearch;
import com.heyi.audit.SavedSearchView;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/** The searches that an auditor keeps. */
@PageAt(value = "/audit/searches.xhtml", facade = AuditFacade.class, needs = "searches")
@Named
@ViewScoped
public class SavedSearchesPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String SELF = "/audit/searches";

  @Inject private AuditFacade audit;
  private final FormKey key = new FormKey();
  private transient List<SavedSearchView> searches;
  private UUID chosen;
  private long version;
  private String name;

  /** Reads the caller's searches. */
  public void load() {
    searches = audit.searches();
  }

  /** Takes one up, to rename or delete it. */
  public void choose(SavedSearchView search) {
    chosen = search.id();
    version = search.version();
    name = search.name();
  }

  public String rename() {
    return Commands.run(key, () -> audit.rename(new RenameSearch(chosen, version, name)))
        .map(done -> Go.saying("page.audit.search-renamed", done.name()).to(SELF))
        .orElse(Go.STAY);
  }

  public String delete() {
    return Commands.does(key, () -> audit.delete(new DeleteSearch(chosen, version)))
        ? Go.saying("page.audit.search-deleted", name).to(SELF)
        : Go.STAY;
  }

  public List<SavedSearchView> getSearches() {
    if (searches == null) {
      load();
    }
    return searches;
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
