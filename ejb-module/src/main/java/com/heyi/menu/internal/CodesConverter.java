package com.heyi.menu.internal;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Codes in their order, as one text with spaces between. */
@Converter
public class CodesConverter implements AttributeConverter<List<String>, String> {
  @Override
  public String convertToDatabaseColumn(List<String> codes) {
    return codes == null ? null : String.join(" ", codes);
  }

  @Override
  public List<String> convertToEntityAttribute(String text) {
    if (text == null) {
      return null;
    }
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }
}
