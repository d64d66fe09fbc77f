package com.heyi.mall;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A category of the catalogue.
 *
 * @param id id of the category
 * @param code its code
 * @param parent code of the category it belongs to, or null for one at the top
 * @param path codes from the top to itself, each between slashes
 * @param nameEn name in English
 * @param nameZhCn name in simplified Chinese
 * @param nameZhTw name in traditional Chinese
 * @param position order among its siblings, smallest first
 * @param retired whether nothing new may stand in it
 * @param items how many items stand in it or below it
 * @param version grows with every change, for If-Match
 */
public record CategoryView(
    UUID id,
    String code,
    String parent,
    String path,
    String nameEn,
    String nameZhCn,
    String nameZhTw,
    int position,
    boolean retired,
    long items,
    long version)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "category:" + code;
  }

  /** The name in the spoken language nearest to this one. */
  public String name(Locale locale) {
    return Texts.choose(locale, nameZhCn, nameZhTw, nameEn);
  }

  /** How deep it lies: 1 at the top. */
  public int depth() {
    return codes(path).size();
  }

  /** The codes of a path, the top first; none for no path. */
  public static List<String> codes(String path) {
    return path == null
        ? List.of()
        : Arrays.stream(path.split("/")).filter(code -> !code.isEmpty()).toList();
  }
}
