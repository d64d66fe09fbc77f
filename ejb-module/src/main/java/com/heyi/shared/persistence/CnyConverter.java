package com.heyi.shared.persistence;

import com.heyi.shared.value.Money;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.math.BigDecimal;

/** Stores money of the bank's own currency as a numeric; other currencies are refused. */
@Converter
public class CnyConverter implements AttributeConverter<Money, BigDecimal> {
  @Override
  public BigDecimal convertToDatabaseColumn(Money money) {
    // Adding zero refuses another currency.
    return money == null ? null : money.plus(Money.zero(Money.CNY)).amount();
  }

  @Override
  public Money convertToEntityAttribute(BigDecimal amount) {
    return amount == null ? null : new Money(amount, Money.CNY);
  }
}
