package com.heyi.mall;

import com.heyi.shared.facade.Personal;
import com.heyi.shared.facade.Secret;
import com.heyi.shared.value.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A gift card that pays a part of what goods cost in money, or all of it.
 *
 * @param code as its bearer was told it; case, spaces and dashes do not matter
 * @param amount how much it pays, in CNY; null for as much as is left on it and needed
 */
public record PayByCard(@NotBlank @Size(max = 40) @Personal @Secret String code, Money amount) {
  /** Does not tell the code. */
  @Override
  public String toString() {
    return "PayByCard[***]";
  }
}
