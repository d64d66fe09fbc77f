package com.heyi.web.ui;

import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import java.util.UUID;

/** Reads parameters of a page's address. */
public final class Param {
  private Param() {}

  /**
   * The id that the address names.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND} when it is missing or no id at all
   */
  public static UUID id(String text) {
    try {
      return UUID.fromString(text == null ? "" : text);
    } catch (IllegalArgumentException e) {
      throw new HeyiException(CommonError.NOT_FOUND, text == null ? "" : text);
    }
  }
}
