package com.heyi.mall;

import com.heyi.shared.text.Texts;
import java.util.Locale;
import java.util.UUID;

/**
 * A picture of an item.
 *
 * @param id id of the picture
 * @param position its place among the item's pictures, smallest first
 * @param altEn what is to be seen, in English
 * @param altZhCn in simplified Chinese
 * @param altZhTw in traditional Chinese
 * @param small address of the picture for lists, within the application
 * @param medium address for the shop window
 * @param large address for the whole screen
 */
public record PictureView(
    UUID id,
    int position,
    String altEn,
    String altZhCn,
    String altZhTw,
    String small,
    String medium,
    String large) {

  /** What is to be seen, in the spoken language nearest to this one. */
  public String alt(Locale locale) {
    return Texts.choose(locale, altZhCn, altZhTw, altEn);
  }
}
