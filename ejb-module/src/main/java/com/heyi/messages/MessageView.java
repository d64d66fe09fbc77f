package com.heyi.messages;

import com.heyi.shared.facade.Targeted;

/**
 * A message with its words.
 *
 * @param row what lists show of it
 * @param language the language of the words, as a tag
 * @param title its title, or null when it was erased
 * @param text its words, or null when they were erased
 */
public record MessageView(MessageRow row, String language, String title, String text)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "message:" + row.id();
  }
}
