package com.heyi.audit.chain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Since when every row must be keyed. A row of the trail says it, itself keyed: {@code
 * audit.begin-keys}, with the last unkeyed row of each lane that had any. It is written once, with
 * the first checkpoint that is made with a row key.
 *
 * @param at when; null when no key was ever in use
 * @param heads the last unkeyed row of lanes
 */
record KeyedSince(Instant at, Map<Integer, Long> heads) {
  static final String ACTION = "audit.begin-keys";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Whether a row at this place may be without a key's mark. */
  boolean mayBeUnkeyed(int lane, long seq) {
    return seq <= heads.getOrDefault(lane, 0L);
  }

  /** What the trail says, believed only when it is keyed. */
  static KeyedSince read(Connection connection, RowKeys keys) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "select hash, mac, changes::text, recorded_at from audit.entry where action = '"
                    + ACTION
                    + "' order by recorded_at, id")) {
      while (result.next()) {
        if (keys.madeForRow(result.getString(1), result.getString(2))) {
          return new KeyedSince(
              result.getObject(4, OffsetDateTime.class).toInstant(), heads(result.getString(3)));
        }
      }
      return new KeyedSince(null, Map.of());
    }
  }

  /** Says it, unless it has been said. */
  static void begin(Connection connection, Instant now, RowKeys keys) throws SQLException {
    if (keys.isEmpty() || read(connection, keys).at() != null) {
      return;
    }
    List<ChangesText.Line> lines = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "select lane, max(seq) from audit.entry where mac is null group by lane"
                    + " order by lane")) {
      while (result.next()) {
        lines.add(
            new ChangesText.Line(
                "lane", result.getString(1), "unkeyed", null, result.getString(2)));
      }
    }
    ChainWriter.append(
        connection,
        ChainWriter.takeLane(connection, ChainWriter.LANES),
        List.of(
            TrailRow.bySystem(UUID.randomUUID(), now, ACTION, null, ChangesText.of(lines), null)),
        keys);
  }

  private static Map<Integer, Long> heads(String changes) {
    Map<Integer, Long> heads = new HashMap<>();
    if (changes == null) {
      return heads;
    }
    try {
      for (JsonNode line : JSON.readTree(changes)) {
        heads.put(
            Integer.valueOf(line.path("id").asText()), Long.valueOf(line.path("after").asText()));
      }
      return heads;
    } catch (JsonProcessingException | NumberFormatException e) {
      // The row is keyed, so it is as we wrote it, unless it was changed: then nothing is excused.
      return Map.of();
    }
  }
}
