package com.heyi.audit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A search that an auditor keeps.
 *
 * @param id its id
 * @param version moves with each change
 * @param name the name he gave it
 * @param query the search in the form of a query, beginning with {@code ?}; it stands in no
 *     address, since the text looked for may be personal
 * @param createdAt when it was first kept
 */
public record SavedSearchView(UUID id, long version, String name, String query, Instant createdAt) {

  /** Filters and order of the search by their names; empty for all of the trail. */
  @JsonIgnore
  public Map<String, String> filters() {
    Map<String, String> filters = new LinkedHashMap<>();
    if (query.length() > 1) {
      for (String part : query.substring(1).split("&")) {
        int at = part.indexOf('=');
        if (at > 0) {
          filters.put(
              URLDecoder.decode(part.substring(0, at), StandardCharsets.UTF_8),
              URLDecoder.decode(part.substring(at + 1), StandardCharsets.UTF_8));
        }
      }
    }
    return filters;
  }
}
