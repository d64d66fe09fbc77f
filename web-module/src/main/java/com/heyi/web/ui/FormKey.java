package com.heyi.web.ui;

import java.io.Serializable;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The idempotency key of a form. It is made with the form, travels in a hidden field (tag {@code
 * heyi:key}) and is renewed when the command has succeeded: so a form that is sent twice, by a
 * double click or by going back, does its command once.
 */
public final class FormKey implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Pattern SANE = Pattern.compile("[0-9a-f-]{36}");

  private String value = UUID.randomUUID().toString();

  public String getValue() {
    return value;
  }

  /** Takes the key that the form was shown with; anything that is not one of ours is ignored. */
  public void setValue(String sent) {
    if (sent != null && SANE.matcher(sent).matches()) {
      value = sent;
    }
  }

  void renew() {
    value = UUID.randomUUID().toString();
  }
}
