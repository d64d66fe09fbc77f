package com.heyi.web.promotions;

import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** The dialog that ends something of a list before its last day: which one, and why. */
public class EndDialog implements Serializable {
  private static final long serialVersionUID = 1L;

  private final FormKey key = new FormKey();
  private UUID id;
  private String code;
  private String reason;

  /** Asks about this one. */
  void ask(UUID which, String itsCode) {
    id = which;
    code = itsCode;
    reason = null;
  }

  /**
   * Ends the one that was asked about.
   *
   * @param ending ends the one with this id for this reason
   */
  <T> Optional<T> end(BiFunction<UUID, String, T> ending) {
    return Commands.run(key, () -> ending.apply(id, reason));
  }

  public FormKey getKey() {
    return key;
  }

  public String getCode() {
    return code;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
