package com.heyi.web.ui;

import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Named;
import java.util.AbstractMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Texts for pages, in the caller's language: {@code #{t['page.audit.title']}} for a plain one,
 * {@code #{t.of('ui.list.count', n)}} for one with arguments, {@code #{t.label(status)}} for an
 * enum constant or a yes or no.
 */
@Named("t")
@ApplicationScoped
public class TextsMap extends AbstractMap<String, String> {

  @Override
  public String get(Object key) {
    return Texts.get(locale(), String.valueOf(key));
  }

  @Override
  public boolean containsKey(Object key) {
    return true;
  }

  /** The text with its arguments filled in. */
  public String of(String key, Object... args) {
    return Texts.get(locale(), key, args);
  }

  /**
   * How a person reads this value: an enum constant, a yes or no, an item with its own label, or
   * anything else as it is.
   */
  public String label(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Enum<?> constant) {
      return Texts.of(locale(), constant);
    }
    if (value instanceof SelectItem item) {
      return item.getLabel();
    }
    if (value instanceof Boolean yes) {
      return get(yes ? "ui.yes" : "ui.no");
    }
    return value.toString();
  }

  /** The text of a key made of a prefix and a value, or the value itself when there is none. */
  public String orValue(String prefix, Object value) {
    return value == null
        ? ""
        : Texts.find(locale(), prefix + value).orElseGet(() -> String.valueOf(value));
  }

  @Override
  public Set<Map.Entry<String, String>> entrySet() {
    return Set.of();
  }

  static Locale locale() {
    return CallContext.find().map(Caller::locale).orElse(Texts.DEFAULT);
  }
}
