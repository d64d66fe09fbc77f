package com.heyi.accounts;

import com.heyi.shared.text.Texts;
import java.util.Locale;

/**
 * An old app or channel whose customers are united here.
 *
 * @param code stable code
 * @param nameZhCn name in simplified Chinese
 * @param nameZhTw name in traditional Chinese
 * @param nameEn name in English
 * @param ownerDepartment department that runs it
 * @param status how far it is on its way out
 */
public record AppView(
    String code,
    String nameZhCn,
    String nameZhTw,
    String nameEn,
    String ownerDepartment,
    AppStatus status) {

  /** The name in the spoken language nearest to this one. */
  public String name(Locale locale) {
    return Texts.choose(locale, nameZhCn, nameZhTw, nameEn);
  }
}
