package com.heyi.accounts;

import com.heyi.shared.text.Texts;
import java.util.Locale;

/**
 * Something that an app can do for a customer.
 *
 * @param code stable code
 * @param nameZhCn name in simplified Chinese
 * @param nameZhTw name in traditional Chinese
 * @param nameEn name in English
 */
public record AppFunctionView(String code, String nameZhCn, String nameZhTw, String nameEn) {

  /** The name in the spoken language nearest to this one. */
  public String name(Locale locale) {
    return Texts.choose(locale, nameZhCn, nameZhTw, nameEn);
  }
}
