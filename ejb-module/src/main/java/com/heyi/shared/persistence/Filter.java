package com.heyi.shared.persistence;

import com.heyi.shared.error.HeyiException;
import com.heyi.shared.paging.PagingError;
import com.heyi.shared.value.AccountName;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/** Turns the text of a filter into a condition of a query. */
@FunctionalInterface
public interface Filter<E> {
  /**
   * @throws HeyiException {@link PagingError#FILTER_VALUE} when the text cannot be read
   */
  Predicate on(CriteriaBuilder cb, Root<E> root, String name, String text);

  /** The text is the attribute's value. */
  static <E> Filter<E> equal(String attribute) {
    return (cb, root, name, text) -> cb.equal(Attributes.path(root, attribute), text);
  }

  /** The text is the name of an account, in whatever letters, and the attribute's value is it. */
  static <E> Filter<E> account(String attribute) {
    return (cb, root, name, text) ->
        cb.equal(Attributes.path(root, attribute), AccountName.of(text));
  }

  /** The text is the attribute's value as an id. */
  static <E> Filter<E> id(String attribute) {
    return (cb, root, name, text) -> {
      try {
        return cb.equal(Attributes.path(root, attribute), UUID.fromString(text));
      } catch (IllegalArgumentException e) {
        throw unreadable(name, text, "UUID");
      }
    };
  }

  /** The text is one or more ids, separated by commas, of which the attribute is one. */
  static <E> Filter<E> anyId(String attribute) {
    return (cb, root, name, text) -> {
      try {
        return Attributes.path(root, attribute)
            .in(Arrays.stream(text.split(",")).map(String::strip).map(UUID::fromString).toList());
      } catch (IllegalArgumentException e) {
        throw unreadable(name, text, "UUID");
      }
    };
  }

  /** The text of such a filter for these ids. */
  static String textOf(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).collect(Collectors.joining(","));
  }

  /** The attribute begins with the text, whatever its case. */
  static <E> Filter<E> startsWith(String attribute) {
    return (cb, root, name, text) ->
        cb.like(cb.lower(Attributes.<String>path(root, attribute)), escape(text) + "%", '\\');
  }

  /** The attribute contains the text, whatever its case. */
  static <E> Filter<E> contains(String attribute) {
    return (cb, root, name, text) -> {
      Path<String> path = Attributes.path(root, attribute);
      // Chinese has no case, and making every row's text small costs more than looking into it.
      // Digits have none either, but where words are indexed they are so in small letters.
      boolean cased = !text.toUpperCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT));
      boolean digits = text.chars().anyMatch(Character::isDigit);
      return cb.like(cased || digits ? cb.lower(path) : path, "%" + escape(text) + "%", '\\');
    };
  }

  /** The text names one or more of the enum's constants, separated by commas. */
  static <E, C extends Enum<C>> Filter<E> oneOf(String attribute, Class<C> type) {
    return (cb, root, name, text) -> {
      try {
        List<C> wanted =
            Arrays.stream(text.split(",")).map(part -> Enum.valueOf(type, part.strip())).toList();
        return Attributes.<C>path(root, attribute).in(wanted);
      } catch (IllegalArgumentException e) {
        throw unreadable(name, text, Arrays.toString(type.getEnumConstants()));
      }
    };
  }

  /** The attribute, an instant, is on this day (ISO date) of the zone or later. */
  static <E> Filter<E> fromDay(String attribute, ZoneId zone) {
    return (cb, root, name, text) ->
        cb.greaterThanOrEqualTo(
            Attributes.<Instant>path(root, attribute), day(name, text, zone, 0));
  }

  /** The attribute, an instant, is on this day (ISO date) of the zone or earlier. */
  static <E> Filter<E> toDay(String attribute, ZoneId zone) {
    return (cb, root, name, text) ->
        cb.lessThan(Attributes.<Instant>path(root, attribute), day(name, text, zone, 1));
  }

  private static Instant day(String name, String text, ZoneId zone, int plusDays) {
    try {
      return LocalDate.parse(text).plusDays(plusDays).atStartOfDay(zone).toInstant();
    } catch (DateTimeException e) {
      throw unreadable(name, text, "yyyy-MM-dd");
    }
  }

  private static HeyiException unreadable(String name, String text, String allowed) {
    return new HeyiException(PagingError.FILTER_VALUE, name, text, allowed);
  }

  private static String escape(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replace("\\", "\\\\")
        .replace("%", "\\%")
        .replace("_", "\\_");
  }
}
