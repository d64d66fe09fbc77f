package com.heyi.shared.paging;

import com.heyi.shared.error.HeyiException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which part of a list is wanted. Systems page by cursor, which stays right while rows are added;
 * pages for people jump by offset and want the total.
 *
 * @param cursor where the last page ended, or null for the first; excludes an offset
 * @param offset rows to skip, 0 or more
 * @param limit rows wanted, 1 to {@link #MAX_LIMIT}
 * @param sort the order, or null for the list's own
 * @param filters wanted values by the filter names that the list offers; empty values are ignored
 * @param withTotal whether to count all rows that match
 */
public record PageRequest(
    String cursor,
    int offset,
    int limit,
    Sort sort,
    Map<String, String> filters,
    boolean withTotal) {
  public static final int MAX_LIMIT = 200;
  public static final int DEFAULT_LIMIT = 50;

  public PageRequest {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + ", not " + limit);
    }
    if (offset < 0 || (offset > 0 && cursor != null)) {
      throw new IllegalArgumentException("offset must be 0 or more, and 0 with a cursor");
    }
    Map<String, String> kept = new LinkedHashMap<>();
    filters.forEach(
        (name, value) -> {
          if (value != null && !value.isBlank()) {
            kept.put(name, value.strip());
          }
        });
    filters = Map.copyOf(kept);
  }

  /** For systems: the page after this cursor. */
  public static PageRequest after(
      String cursor, int limit, Sort sort, Map<String, String> filters) {
    return new PageRequest(cursor, 0, limit, sort, filters, false);
  }

  /** For people: the rows from this offset on, with the total. */
  public static PageRequest at(int offset, int limit, Sort sort, Map<String, String> filters) {
    return new PageRequest(null, offset, limit, sort, filters, true);
  }

  /** The first rows in the list's own order. */
  public static PageRequest first(int limit) {
    return new PageRequest(null, 0, limit, null, Map.of(), false);
  }

  /**
   * For lists that read their filters themselves.
   *
   * @param names all that there are
   * @throws HeyiException {@link PagingError#FILTER} when there is another
   */
  public void requireFiltersOf(String... names) {
    List<String> known = List.of(names);
    for (String name : filters.keySet()) {
      if (!known.contains(name)) {
        throw new HeyiException(PagingError.FILTER, name, String.join(", ", known));
      }
    }
  }

  /** The same part of the list with other filters. */
  public PageRequest filteredBy(Map<String, String> others) {
    return new PageRequest(cursor, offset, limit, sort, others, withTotal);
  }

  /** The same request without one of its filters, which the caller has answered otherwise. */
  public PageRequest without(String filter) {
    Map<String, String> others = new LinkedHashMap<>(filters);
    others.remove(filter);
    return filteredBy(others);
  }
}
