package com.heyi.web.ui;

import com.heyi.shared.text.Texts;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;

/** Messages at the top of a page, in the caller's language. They outlive a redirect. */
public final class Say {
  private Say() {}

  /** Says that something was done. */
  public static void done(String key, Object... args) {
    say(FacesMessage.SEVERITY_INFO, key, args);
  }

  /** Warns of something. */
  public static void warn(String key, Object... args) {
    say(FacesMessage.SEVERITY_WARN, key, args);
  }

  private static void say(FacesMessage.Severity severity, String key, Object... args) {
    FacesContext faces = FacesContext.getCurrentInstance();
    faces.getExternalContext().getFlash().setKeepMessages(true);
    String text = Texts.get(TextsMap.locale(), key, args);
    faces.addMessage(null, new FacesMessage(severity, text, null));
  }
}
