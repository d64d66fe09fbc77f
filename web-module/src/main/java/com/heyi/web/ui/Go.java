package com.heyi.web.ui;

import jakarta.faces.context.FacesContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where a page's action leads: always by redirect, so that reloading does nothing twice. */
public final class Go {
  /** Stays on the page. */
  public static final String STAY = null;

  private Go() {}

  /** Says that something was done, on the page that it leads to. */
  public static Go saying(String key, Object... args) {
    Say.done(key, args);
    return new Go();
  }

  /**
   * The outcome for a page.
   *
   * @param page its path without the ending
   * @param parameters names and values in turn
   */
  public String to(String page, Object... parameters) {
    StringBuilder outcome = new StringBuilder(page).append(".xhtml?faces-redirect=true");
    for (int i = 0; i < parameters.length; i += 2) {
      String value = URLEncoder.encode(String.valueOf(parameters[i + 1]), StandardCharsets.UTF_8);
      outcome.append('&').append(parameters[i]).append('=').append(value);
    }
    return outcome.toString();
  }

  /** The outcome that shows the same page anew, with one parameter that tells what it shows. */
  public String again(String name, Object value) {
    String view = FacesContext.getCurrentInstance().getViewRoot().getViewId();
    return to(view.substring(0, view.lastIndexOf('.')), name, value);
  }
}
