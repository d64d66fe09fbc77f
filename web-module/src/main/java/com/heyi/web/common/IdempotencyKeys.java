package com.heyi.web.common;

import com.heyi.shared.error.HeyiException;
import com.heyi.web.errors.WebError;
import java.util.regex.Pattern;

/** What a key may look like under which a retry is recognised. */
public final class IdempotencyKeys {
  private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7E]{1,64}");

  private IdempotencyKeys() {}

  /**
   * The key as sent.
   *
   * @throws HeyiException when it is absent or not 1 to 64 visible ASCII characters
   */
  public static String checked(String key) {
    if (key == null || key.isBlank()) {
      throw new HeyiException(WebError.KEY_MISSING);
    }
    if (!VISIBLE.matcher(key).matches()) {
      throw new HeyiException(WebError.KEY_MALFORMED);
    }
    return key;
  }
}
