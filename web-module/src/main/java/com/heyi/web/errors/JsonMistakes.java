package com.heyi.web.errors;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.heyi.shared.error.FieldError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Says in which field a JSON body is wrong and what would be right there. */
final class JsonMistakes {
  private static final Map<Class<?>, String> KINDS =
      Map.ofEntries(
          Map.entry(String.class, "json.type.text"),
          Map.entry(Boolean.class, "json.type.boolean"),
          Map.entry(Boolean.TYPE, "json.type.boolean"),
          Map.entry(Integer.class, "json.type.integer"),
          Map.entry(Integer.TYPE, "json.type.integer"),
          Map.entry(Long.class, "json.type.integer"),
          Map.entry(Long.TYPE, "json.type.integer"),
          Map.entry(BigInteger.class, "json.type.integer"),
          Map.entry(BigDecimal.class, "json.type.number"),
          Map.entry(LocalDate.class, "json.type.date"),
          Map.entry(LocalTime.class, "json.type.time"),
          Map.entry(LocalDateTime.class, "json.type.date-time"),
          Map.entry(OffsetDateTime.class, "json.type.date-time"),
          Map.entry(Instant.class, "json.type.date-time"),
          Map.entry(UUID.class, "json.type.uuid"));

  private JsonMistakes() {}

  static HeyiException explain(JsonProcessingException error) {
    if (!(error instanceof JsonMappingException mapping)) {
      JsonLocation at = error.getLocation();
      Object line = at == null ? 0 : at.getLineNr();
      Object column = at == null ? 0 : at.getColumnNr();
      return new HeyiException(WebError.NOT_JSON, line, column);
    }
    return HeyiException.ofFields(CommonError.INVALID, List.of(field(mapping)));
  }

  private static FieldError field(JsonMappingException error) {
    String path = path(error.getPath());
    if (error instanceof UnrecognizedPropertyException unknown) {
      return FieldError.of(path, "json.unknown", known(unknown.getKnownPropertyIds()));
    }
    Class<?> wanted =
        error instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
    if (wanted != null && wanted.isEnum()) {
      return FieldError.of(path, "json.choice", names(wanted));
    }
    if (error instanceof InvalidFormatException && wanted != null && KINDS.containsKey(wanted)) {
      return FieldError.of(path, KINDS.get(wanted));
    }
    if (wanted != null && KINDS.containsKey(wanted)) {
      return FieldError.of(path, KINDS.get(wanted));
    }
    boolean list =
        wanted != null && (Collection.class.isAssignableFrom(wanted) || wanted.isArray());
    if (list) {
      return FieldError.of(path, "json.type.list");
    }
    if (error.getCause() instanceof ArithmeticException) {
      return FieldError.of(path, "json.decimals");
    }
    // A value that a record's own constructor refuses, such as a malformed amount.
    return FieldError.of(path, "json.invalid");
  }

  private static String known(Collection<Object> names) {
    return names == null
        ? ""
        : names.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
  }

  private static String names(Class<?> choice) {
    return Arrays.stream(choice.getEnumConstants())
        .map(constant -> ((Enum<?>) constant).name())
        .collect(Collectors.joining(", "));
  }

  private static String path(List<JsonMappingException.Reference> references) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference at : references) {
      if (at.getFieldName() == null) {
        path.append('[').append(at.getIndex()).append(']');
      } else {
        path.append(path.length() == 0 ? "" : ".").append(at.getFieldName());
      }
    }
    return path.toString();
  }
}
