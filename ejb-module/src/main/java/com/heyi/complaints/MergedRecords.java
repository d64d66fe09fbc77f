package com.heyi.complaints;

import com.heyi.shared.persistence.NamedSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Which records of customers are somebody else's, as statements of SQL take it: two lists of the
 * same length.
 *
 * @param records ids of the records, as text
 * @param customers whose each is
 */
public record MergedRecords(String[] records, String[] customers) {

  /** Joins them as {@code m (record, customer)}; the condition is left to the statement. */
  public static final String JOIN =
      " left join unnest(cast(:records as uuid[]), cast(:customers as uuid[]))"
          + " as m (record, customer)";

  /** From each record to whom it points to. */
  public static MergedRecords of(Map<UUID, UUID> whose) {
    List<Map.Entry<UUID, UUID>> pairs = new ArrayList<>(whose.entrySet());
    return new MergedRecords(
        NamedSql.uuids(pairs, Map.Entry::getKey), NamedSql.uuids(pairs, Map.Entry::getValue));
  }
}
