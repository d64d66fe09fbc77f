package com.heyi.web.ui;

import com.heyi.shared.facade.CallContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What the template needs beside {@link com.heyi.web.common.CurrentUser}. */
@Named("ui")
@RequestScoped
public class Ui {
  @Inject private Pages pages;

  /** The first letter or character of the person's name, for the round mark beside it. */
  public String getInitial() {
    String name = CallContext.current().displayName().strip();
    return name.isEmpty() ? "?" : name.substring(0, name.offsetByCodePoints(0, 1));
  }

  /** The menu for this person. */
  public List<Navigation.Group> getMenu() {
    return Navigation.of(view -> pages.isFor(CallContext.current(), view));
  }
}
