package com.heyi.giftcards;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Asks what is left on the card with a code.
 *
 * @param code as it was told; case, spaces and dashes do not matter
 */
public record CheckCode(@NotBlank @Size(max = 40) String code) {
  /** Does not tell the code. */
  @Override
  public String toString() {
    return "CheckCode[***]";
  }
}
