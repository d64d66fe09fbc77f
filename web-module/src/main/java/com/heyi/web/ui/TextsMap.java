package com.heyi.web.ui;

import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Named;
import java.util.AbstractMap;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /**
   * How a person reads what a filter is set to when that is none of its options, such as several of
   * them by commas in a link; empty when nothing or one of them is set.
   *
   * @param options enum constants or texts, as an array or a list
   * @param prefix of the keys of the options' texts, or empty when they have labels
   */
  public String noOption(String set, Object options, String prefix) {
    if (set == null) {
      return "";
    }
    List<?> all =
        options instanceof Object[] array ? List.of(array) : List.copyOf((Collection<?>) options);
    if (all.stream().anyMatch(option -> set.equals(option.toString()))) {
      return "";
    }
    return Stream.of(set.split(","))
        .map(String::strip)
        .map(
            part ->
                all.stream()
                    .filter(option -> part.equals(option.toString()))
                    .findFirst()
                    .map(one -> prefix.isEmpty() ? label(one) : orValue(prefix, one))
                    .orElse(part))
        .collect(Collectors.joining(get("page.list-separator")));
  }

  @Override
  public Set<Map.Entry<String, String>> entrySet() {
    return Set.of();
  }

  static Locale locale() {
    return CallContext.find().map(Caller::locale).orElse(Texts.DEFAULT);
  }
}
