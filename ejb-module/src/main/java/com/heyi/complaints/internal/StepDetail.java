package com.heyi.complaints.internal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.heyi.shared.json.Json;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was said at a step, by the name of the command's field, in the order of the form.
 *
 * @param said the values; what was left empty is left out
 */
public record StepDetail(@JsonValue Map<String, String> said) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public StepDetail {}

  static StepDetail none() {
    return new StepDetail(Map.of());
  }

  /** One thing, unless it was left empty. */
  static StepDetail of(String field, Object value) {
    return none().with(field, value);
  }

  /** This and one thing more. */
  StepDetail with(String field, Object value) {
    if (value == null || value.toString().isBlank()) {
      return this;
    }
    Map<String, String> more = new LinkedHashMap<>(said);
    more.put(field, value.toString());
    return new StepDetail(more);
  }

  /** Stores it as JSON text; the column is json, not jsonb, to keep the order. */
  @Converter(autoApply = true)
  public static class AsJson implements AttributeConverter<StepDetail, String> {
    @Override
    public String convertToDatabaseColumn(StepDetail detail) {
      return detail == null ? null : Json.write(detail);
    }

    @Override
    public StepDetail convertToEntityAttribute(String json) {
      return json == null ? null : (StepDetail) Json.read(json, StepDetail.class);
    }
  }
}
