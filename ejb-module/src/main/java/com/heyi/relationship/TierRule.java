package com.heyi.relationship;

import com.heyi.shared.text.Texts;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;

/**
 * A tier and what it asks for. A threshold that is null is not looked at; the lowest tier has none.
 *
 * @param code by which everything else names it
 * @param rank 0 for the lowest
 * @param nameZhCn its name in simplified Chinese
 * @param nameZhTw its name in traditional Chinese
 * @param nameEn its name in English
 * @param demands whether one threshold is enough
 * @param assets CNY in deposits at the end of the day before, or null
 * @param activity movements, orders and card transactions in the window, or null
 * @param points points earned in the window, locked ones not counted, or null
 */
public record TierRule(
    @NotBlank @Size(max = 20) @Pattern(regexp = "[A-Z][A-Z0-9_]*") String code,
    @Min(0) @Max(20) int rank,
    @NotBlank @Size(max = 40) String nameZhCn,
    @NotBlank @Size(max = 40) String nameZhTw,
    @NotBlank @Size(max = 40) String nameEn,
    @NotNull TierDemand demands,
    Money assets,
    @Min(1) Long activity,
    Points points) {

  /** Its name in the language of the locale. */
  public String name(Locale locale) {
    return Texts.choose(locale, nameZhCn, nameZhTw, nameEn);
  }

  /** Whether it asks for nothing at all. */
  public boolean asksNothing() {
    return assets == null && activity == null && points == null;
  }
}
