package com.heyi.approvals.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.heyi.approvals.ApprovalError;
import com.heyi.approvals.ApprovalView;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Personal;
import com.heyi.shared.facade.WithoutIdentifiers;
import com.heyi.shared.json.Json;
import com.heyi.shared.value.Sha256;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/**
 * The exact arguments of a call as they are kept: JSON, with a hash that stands for every
 * character.
 *
 * @param json a JSON array with each argument as text, so that each is read back alone
 * @param hash SHA-256 of action, a zero byte and the JSON, in hexadecimal digits
 */
record Arguments(String json, String hash) {
  private static final String REASON = "reason";

  /** Writes arguments down. */
  static Arguments of(String action, List<Object> arguments) {
    String json = Json.write(arguments.stream().map(Json::write).toList());
    return new Arguments(json, hash(action, json));
  }

  /**
   * The arguments, if they are those that the hash was made of.
   *
   * @param types the types of the parameters
   * @throws HeyiException {@link ApprovalError#TAMPERED} when they are not
   */
  List<Object> read(String action, Type[] types) {
    if (!MessageDigest.isEqual(bytes(hash(action, json)), bytes(hash))) {
      throw new HeyiException(ApprovalError.TAMPERED);
    }
    String[] each = (String[]) Json.read(json, String[].class);
    if (each.length != types.length) {
      throw new IllegalStateException(action + " takes other arguments than it did");
    }
    List<Object> arguments = new ArrayList<>();
    for (int at = 0; at < each.length; at++) {
      arguments.add(Json.read(each[at], types[at]));
    }
    return Collections.unmodifiableList(arguments);
  }

  /**
   * What people may see of arguments: field by field, personal values masked, and identifiers in
   * the reason, as the trail does.
   */
  static List<ApprovalView.Argument> shown(List<Object> arguments) {
    List<ApprovalView.Argument> shown = new ArrayList<>();
    for (Object argument : arguments) {
      show(argument, Json.mapper().valueToTree(argument), "", shown);
    }
    return shown;
  }

  private static void show(
      Object value, JsonNode node, String name, List<ApprovalView.Argument> shown) {
    if (value instanceof Record whole && node.isObject()) {
      for (RecordComponent part : whole.getClass().getRecordComponents()) {
        showPart(whole, part, node.path(part.getName()), name, shown);
      }
    } else if (value instanceof List<?> list && node.isArray()) {
      for (int at = 0; at < list.size(); at++) {
        show(list.get(at), node.path(at), name + "[" + (at + 1) + "]", shown);
      }
    } else {
      String text = node.isNull() ? null : node.isValueNode() ? node.asText() : node.toString();
      shown.add(new ApprovalView.Argument(name.isEmpty() ? "id" : name, text));
    }
  }

  private static void showPart(
      Record whole,
      RecordComponent part,
      JsonNode node,
      String within,
      List<ApprovalView.Argument> shown) {
    String name = within.isEmpty() ? part.getName() : within + "." + part.getName();
    try {
      Personal personal =
          whole.getClass().getDeclaredField(part.getName()).getAnnotation(Personal.class);
      if (personal != null) {
        String masked =
            node.isNull() || node.isMissingNode() ? null : personal.value().of(node.asText());
        shown.add(new ApprovalView.Argument(name, masked));
      } else if (REASON.equals(part.getName()) && node.isTextual()) {
        shown.add(new ApprovalView.Argument(name, WithoutIdentifiers.of(node.asText())));
      } else {
        part.getAccessor().setAccessible(true);
        show(part.getAccessor().invoke(whole), node, name, shown);
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot read " + part, e);
    }
  }

  private static String hash(String action, String json) {
    MessageDigest digest = Sha256.digest();
    digest.update(bytes(action));
    digest.update((byte) 0);
    return HexFormat.of().formatHex(digest.digest(bytes(json)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
