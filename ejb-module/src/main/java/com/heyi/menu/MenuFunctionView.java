package com.heyi.menu;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.text.Texts;
import java.util.Locale;
import java.util.Set;

/**
 * A function that channels offer.
 *
 * @param code stable code
 * @param version its version
 * @param area what of the apps it belongs to: a code of the apps' functions
 * @param nameZhCn name in simplified Chinese
 * @param nameZhTw name in traditional Chinese
 * @param nameEn name in English
 * @param ownerDepartment department that answers for it
 * @param channels where it is offered; nowhere when it is switched off
 */
public record MenuFunctionView(
    String code,
    long version,
    String area,
    String nameZhCn,
    String nameZhTw,
    String nameEn,
    String ownerDepartment,
    Set<MenuChannel> channels)
    implements Targeted {

  /** The name in the spoken language nearest to this one. */
  public String name(Locale locale) {
    return Texts.choose(locale, nameZhCn, nameZhTw, nameEn);
  }

  /** Whether this channel offers it. */
  public boolean isOn(MenuChannel channel) {
    return channels.contains(channel);
  }

  @Override
  public String auditTarget() {
    return "menu-function:" + code;
  }
}
