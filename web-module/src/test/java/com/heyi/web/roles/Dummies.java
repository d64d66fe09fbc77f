package com.heyi.web.roles;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.heyi.shared.json.Json;
import com.heyi.shared.value.Points;
import com.heyi.web.soap.SoapFaults;
import jakarta.jws.WebParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Requests that have the right form and name nothing that exists, made from the types that an
 * endpoint takes; so that an endpoint added tomorrow gets one too.
 */
final class Dummies {
  /** An id of the right form that nothing has. */
  static final String NOBODY = "00000000-0000-7000-8000-00000000d0d0";

  /**
   * Values of texts that the code reads before any facade is asked, by the name of the field; where
   * one name means two things, with its class or operation.
   */
  private static final Map<String, String> READ_EARLY =
      Map.ofEntries(
          Map.entry("type", "I"),
          Map.entry("channel", "APP"),
          Map.entry("complexity", "SIMPLE"),
          Map.entry("receivedAt", "2026-01-01T00:00:00Z"),
          Map.entry("callBackAt", "2099-01-01T00:00:00Z"),
          Map.entry("againAt", "2099-01-01T00:00:00Z"),
          Map.entry("order", "M0"),
          Map.entry("kind", "CASH_IN"),
          Map.entry("number", "D0"),
          Map.entry("format", "csv"),
          Map.entry("role", "CHILD"),
          Map.entry("decision", "APPROVE"),
          Map.entry("purpose", "LIVING"),
          Map.entry("rhythm", "WEEKLY"),
          Map.entry("SoapNewRemark.kind", "PRAISE"),
          Map.entry("fromAccount", NOBODY),
          Map.entry("toAccount", NOBODY),
          Map.entry("documentKind", "MEETING"),
          Map.entry("expiresOn", "2099-01-01"),
          Map.entry("startsOn", "2026-01-01"),
          Map.entry("endsOn", "2026-01-01"),
          Map.entry("at", "2026-01-01T00:00:00Z"),
          Map.entry("outcome", "OK"),
          Map.entry("finishFollowUp.outcome", "KEPT"),
          Map.entry("finishComplaintCall.outcome", "REACHED"),
          Map.entry("addComplaintParty.role", "AGENT"),
          Map.entry("withdrawComplaint.askedBy", "HEIR"),
          Map.entry("addComplaintFile.content", "eA=="),
          Map.entry("funding", "CASH"),
          Map.entry("answer", "HANDLED"));

  private Dummies() {}

  /** The address with an id in the place of every parameter. */
  static String path(Endpoint endpoint) {
    return endpoint.name().replaceAll("\\{[^}]+}", NOBODY);
  }

  /** The body that a REST method takes, or null when it takes none. */
  static String body(Method method) {
    for (Parameter parameter : method.getParameters()) {
      if (parameter.getAnnotations().length == 0) {
        return Json.write(value(parameter.getName(), parameter.getParameterizedType()));
      }
    }
    return null;
  }

  /** The operation's element with all its parameters. */
  static String operation(Method declared) {
    StringBuilder xml = new StringBuilder();
    xml.append("<h:").append(declared.getName());
    xml.append(" xmlns:h=\"" + SoapFaults.NAMESPACE + "\">");
    Type[] types = declared.getGenericParameterTypes();
    Annotation[][] marks = declared.getParameterAnnotations();
    for (int at = 0; at < types.length; at++) {
      String name =
          Arrays.stream(marks[at])
              .filter(WebParam.class::isInstance)
              .map(mark -> ((WebParam) mark).name())
              .findFirst()
              .orElseThrow();
      xml.append(element(declared.getName(), name, types[at]));
    }
    return xml.append("</h:").append(declared.getName()).append(">").toString();
  }

  private static String element(String owner, String name, Type type) {
    String owned = READ_EARLY.get(owner + "." + name);
    return owned == null ? element(name, type) : "<%1$s>%2$s</%1$s>".formatted(name, owned);
  }

  private static String element(String name, Type type) {
    Class<?> raw = raw(type);
    if (Collection.class.isAssignableFrom(raw)) {
      return element(name, ((ParameterizedType) type).getActualTypeArguments()[0]);
    }
    if (!raw.getName().startsWith("com.heyi") || raw.isEnum()) {
      return "<" + name + ">" + value(name, type) + "</" + name + ">";
    }
    StringBuilder inside = new StringBuilder();
    for (Field field : raw.getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers())) {
        inside.append(element(raw.getSimpleName(), field.getName(), field.getGenericType()));
      }
    }
    return "<" + name + ">" + inside + "</" + name + ">";
  }

  private static Object value(String name, Type type) {
    Class<?> raw = raw(type);
    if (raw.isEnum()) {
      return raw.getEnumConstants()[0];
    } else if (raw == String.class) {
      return name.equals("requestId")
          ? UUID.randomUUID().toString()
          : name.endsWith("Id") || name.equals("id") ? NOBODY : READ_EARLY.getOrDefault(name, "x");
    } else if (raw == UUID.class) {
      return NOBODY;
    } else if (raw == boolean.class || raw == Boolean.class) {
      return true;
    } else if (raw == LocalDate.class) {
      return LocalDate.of(2026, 1, 1);
    } else if (raw == Instant.class) {
      return Instant.parse("2026-01-01T00:00:00Z");
    } else if (raw == Currency.class) {
      return "CNY";
    } else if (raw == BigDecimal.class) {
      return BigDecimal.ONE;
    } else if (raw.isPrimitive() || Number.class.isAssignableFrom(raw) || raw == Points.class) {
      return 1;
    } else if (Collection.class.isAssignableFrom(raw)) {
      return List.of(value(name, ((ParameterizedType) type).getActualTypeArguments()[0]));
    } else if (Map.class.isAssignableFrom(raw)) {
      return Map.of();
    } else if (raw.isRecord()) {
      return record(raw);
    }
    return "x";
  }

  private static Map<String, Object> record(Class<?> type) {
    Map<String, Object> fields = new LinkedHashMap<>();
    List<String> known = writable(type);
    for (RecordComponent component : type.getRecordComponents()) {
      if (known.contains(component.getName())) {
        fields.put(component.getName(), value(component.getName(), component.getGenericType()));
      }
    }
    return fields;
  }

  /** The names that JSON knows: a component may be left to the server. */
  private static List<String> writable(Class<?> type) {
    ObjectMapper mapper = Json.mapper();
    return mapper
        .getDeserializationConfig()
        .introspect(mapper.constructType(type))
        .findProperties()
        .stream()
        .map(property -> property.getInternalName())
        .toList();
  }

  private static Class<?> raw(Type type) {
    return type instanceof ParameterizedType parameterized
        ? (Class<?>) parameterized.getRawType()
        : (Class<?>) type;
  }
}
