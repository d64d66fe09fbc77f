package com.heyi.web.audit;

import com.heyi.audit.RevealedValue;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** A revealed value, for the one answer that shows it: kept in no view and no session. */
@Named
@RequestScoped
public class RevealedOnce {
  private RevealedValue value;

  public RevealedValue getValue() {
    return value;
  }

  void show(RevealedValue revealed) {
    value = revealed;
  }
}
