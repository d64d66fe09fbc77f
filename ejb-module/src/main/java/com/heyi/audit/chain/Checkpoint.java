package com.heyi.audit.chain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where all lanes ended at a moment, tied to the checkpoint before and signed.
 *
 * @param number from 1 without a gap
 * @param at when, in microseconds
 * @param entries how many rows the trail had
 * @param heads the last row of each lane that has any, by lane
 * @param previous hash of the checkpoint before, {@link Link#GENESIS} for the first
 * @param hash SHA-256 over all the above
 * @param signature over the hash, in Base64
 * @param keyId id of the key that signed
 */
public record Checkpoint(
    long number,
    Instant at,
    long entries,
    List<Link> heads,
    String previous,
    String hash,
    String signature,
    String keyId) {
  private static final String KIND = "heyi-checkpoint-1";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final Set<String> MEMBERS =
      Set.of("number", "at", "entries", "heads", "previous", "hash", "signature", "key");
  private static final Set<String> HEAD_MEMBERS = Set.of("lane", "seq", "hash");

  public Checkpoint {
    heads = List.copyOf(heads);
  }

  /** The checkpoint after that one, or the first after null. */
  static Checkpoint after(Checkpoint last, Instant now, List<Link> heads, SigningKey key) {
    long number = last == null ? 1 : last.number() + 1;
    String previous = last == null ? Link.GENESIS : last.hash();
    Instant at = now.truncatedTo(ChronoUnit.MICROS);
    long entries = heads.stream().mapToLong(Link::seq).sum();
    Checkpoint unsigned = new Checkpoint(number, at, entries, heads, previous, "", "", key.id());
    String hash = unsigned.content();
    return new Checkpoint(number, at, entries, heads, previous, hash, key.sign(hash), key.id());
  }

  /** The hash that it must have for what it says. */
  String content() {
    List<String> values = new ArrayList<>();
    values.add(Long.toString(number));
    values.add(Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at)));
    values.add(Long.toString(entries));
    values.add(Integer.toString(heads.size()));
    for (Link head : heads) {
      values.add(Integer.toString(head.lane()));
      values.add(Long.toString(head.seq()));
      values.add(head.hash());
    }
    values.add(keyId);
    return Hashes.of(previous, KIND, values);
  }

  /** Whether it says what its hash stands for and one of the keys has signed it. */
  boolean genuine(VerifyingKeys keys) {
    return hash.equals(content()) && keys.signed(this);
  }

  /** The end that the lane had, which may be its start. */
  Link head(int lane) {
    return heads.stream().filter(head -> head.lane() == lane).findFirst().orElse(Link.start(lane));
  }

  /** The line that is exported, without its end. */
  public String line() {
    ObjectNode node = JSON.createObjectNode();
    node.put("number", number);
    node.put("at", at.toString());
    node.put("entries", entries);
    node.set("heads", headsNode());
    node.put("previous", previous);
    node.put("hash", hash);
    node.put("signature", signature);
    node.put("key", keyId);
    return write(node);
  }

  /** The heads as the database keeps them. */
  String headsText() {
    return write(headsNode());
  }

  private ArrayNode headsNode() {
    ArrayNode array = JSON.createArrayNode();
    for (Link head : heads) {
      array.addObject().put("lane", head.lane()).put("seq", head.seq()).put("hash", head.hash());
    }
    return array;
  }

  /**
   * Reads an exported line; that it is genuine is another question.
   *
   * @throws ProofException when it is no such line
   */
  public static Checkpoint parse(String line) {
    JsonNode node = tree(line);
    requireMembers(node, MEMBERS);
    try {
      return new Checkpoint(
          number(node, "number"),
          Instant.parse(text(node, "at")),
          number(node, "entries"),
          heads(node.get("heads")),
          text(node, "previous"),
          text(node, "hash"),
          text(node, "signature"),
          text(node, "key"));
    } catch (DateTimeException e) {
      throw new ProofException("not a checkpoint: its time", e);
    }
  }

  /**
   * Reads the heads as the database keeps them.
   *
   * @throws ProofException when they are none
   */
  static List<Link> parseHeads(String text) {
    return heads(tree(text));
  }

  private static List<Link> heads(JsonNode array) {
    if (!array.isArray()) {
      throw new ProofException("not a checkpoint: its heads");
    }
    List<Link> heads = new ArrayList<>();
    for (JsonNode node : array) {
      requireMembers(node, HEAD_MEMBERS);
      long lane = number(node, "lane");
      if (lane < 0 || lane > Short.MAX_VALUE) {
        throw new ProofException("not a checkpoint: lane " + lane);
      }
      heads.add(new Link((int) lane, number(node, "seq"), text(node, "hash")));
    }
    return heads;
  }

  private static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new ProofException("not a checkpoint: no JSON", e);
    }
  }

  /** All of these and no other, so that nothing stands beside what is hashed. */
  private static void requireMembers(JsonNode node, Set<String> members) {
    Set<String> found = new TreeSet<>();
    node.fieldNames().forEachRemaining(found::add);
    if (!node.isObject() || !found.equals(members)) {
      throw new ProofException("not a checkpoint: " + found);
    }
  }

  private static long number(JsonNode node, String name) {
    JsonNode value = node.get(name);
    if (!value.canConvertToLong() || !value.isIntegralNumber()) {
      throw new ProofException("not a checkpoint: its " + name);
    }
    return value.longValue();
  }

  private static String text(JsonNode node, String name) {
    JsonNode value = node.get(name);
    if (!value.isTextual()) {
      throw new ProofException("not a checkpoint: its " + name);
    }
    return value.textValue();
  }

  private static String write(JsonNode node) {
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree can always be written", e);
    }
  }
}
