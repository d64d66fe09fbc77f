package com.heyi.web.mall;

import com.heyi.mall.ChoosingFacade;
import com.heyi.mall.FoundItem;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** Looks for items by words; without any, shows the best sellers. */
@PageAt(value = "/mall/choose.xhtml", facade = ChoosingFacade.class, needs = "search")
@Named
@ViewScoped
public class ChoosePage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 50;

  @Inject private ChoosingFacade choosing;

  private final FormKey key = new FormKey();
  private String text;
  private transient List<FoundItem> found;

  /** Looks for what was typed. */
  public void find() {
    found = null;
  }

  /** Computes the figures from the orders now. */
  public String compute() {
    return Commands.run(key, choosing::compute)
        .map(items -> Go.saying("page.mall.choose.computed", items).to("/mall/choose"))
        .orElse(Go.STAY);
  }

  public boolean isAdmin() {
    return CallContext.current().has(Role.HEAD_OFFICE_ADMIN);
  }

  /** Whether words were given. */
  public boolean isSearching() {
    return text != null && !text.isBlank();
  }

  public List<FoundItem> getFound() {
    if (found == null) {
      found = isSearching() ? choosing.search(text, MOST) : choosing.bestSellers(MOST);
    }
    return found;
  }

  public FormKey getKey() {
    return key;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text == null || text.length() <= 200 ? text : text.substring(0, 200);
  }
}
