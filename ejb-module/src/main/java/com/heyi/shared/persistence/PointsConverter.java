package com.heyi.shared.persistence;

import com.heyi.shared.value.Points;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stores points as a bigint. */
@Converter(autoApply = true)
public class PointsConverter implements AttributeConverter<Points, Long> {
  @Override
  public Long convertToDatabaseColumn(Points points) {
    return points == null ? null : points.amount();
  }

  @Override
  public Points convertToEntityAttribute(Long amount) {
    return amount == null ? null : Points.of(amount);
  }
}
