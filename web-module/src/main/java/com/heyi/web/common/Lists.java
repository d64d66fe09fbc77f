package com.heyi.web.common;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.Sort;
import com.heyi.web.errors.WebError;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lists by cursor: {@code ?limit=} (1 to 200, 50 unless told), {@code ?cursor=}, {@code ?sort=name}
 * or {@code ?sort=-name}; every other parameter is a filter, which the facade's list must offer.
 */
public final class Lists {
  private static final Set<String> NOT_FILTERS = Set.of("limit", "cursor", "sort");

  private Lists() {}

  /**
   * A page of a list.
   *
   * @param items the rows
   * @param nextCursor where to go on; absent on the last page
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Part<T>(List<T> items, String nextCursor) {}

  /**
   * What the query asks for.
   *
   * @throws HeyiException when the limit is no number from 1 to 200
   */
  public static PageRequest request(UriInfo uri) {
    MultivaluedMap<String, String> query = uri.getQueryParameters();
    String sort = query.getFirst("sort");
    Map<String, String> filters = new LinkedHashMap<>();
    query.forEach(
        (name, values) -> {
          if (!NOT_FILTERS.contains(name)) {
            filters.put(name, values.get(0));
          }
        });
    return PageRequest.after(
        blankToNull(query.getFirst("cursor")),
        limit(query.getFirst("limit")),
        sort == null || sort.isBlank() ? null : Sort.parse(sort),
        filters);
  }

  /**
   * What the query asks for, where some filters are personal: addresses are kept in logs, histories
   * and proxies.
   *
   * @param personal the filters that may not stand in an address
   * @param instead where to send them
   * @throws HeyiException {@link WebError#PERSONAL_IN_ADDRESS}
   */
  public static PageRequest request(UriInfo uri, Set<String> personal, String instead) {
    for (String name : uri.getQueryParameters().keySet()) {
      if (personal.contains(name)) {
        throw new HeyiException(WebError.PERSONAL_IN_ADDRESS, name, instead);
      }
    }
    return request(uri);
  }

  /** What a body asks for; what is null is not asked for. */
  public static PageRequest request(
      Integer limit, String cursor, String sort, Map<String, String> filters) {
    Map<String, String> asked = new LinkedHashMap<>(filters);
    asked.values().removeIf(value -> value == null || value.isBlank());
    return PageRequest.after(
        blankToNull(cursor),
        limit(limit == null ? null : limit.toString()),
        sort == null || sort.isBlank() ? null : Sort.parse(sort),
        asked);
  }

  /** The page as it is; who goes on sends the same body with its cursor. */
  public static Response answer(Page<?> page) {
    return Response.ok(new Part<>(page.items(), page.nextCursor())).build();
  }

  /** The page, with {@code Link: <...>; rel="next"} (RFC 8288) when there is more. */
  public static Response answer(UriInfo uri, Page<?> page) {
    Response.ResponseBuilder answer = Response.ok(new Part<>(page.items(), page.nextCursor()));
    if (page.nextCursor() != null) {
      URI next = uri.getRequestUriBuilder().replaceQueryParam("cursor", page.nextCursor()).build();
      answer.link(next, "next");
    }
    return answer.build();
  }

  /** The number of rows wanted, 50 when there is no text. */
  public static int limit(String text) {
    if (text == null || text.isBlank()) {
      return PageRequest.DEFAULT_LIMIT;
    }
    boolean number = text.matches("\\d{1,4}");
    int limit = number ? Integer.parseInt(text) : 0;
    if (limit < 1 || limit > PageRequest.MAX_LIMIT) {
      throw new HeyiException(WebError.LIMIT, PageRequest.MAX_LIMIT);
    }
    return limit;
  }

  private static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
