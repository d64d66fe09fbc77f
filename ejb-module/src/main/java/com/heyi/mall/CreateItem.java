package com.heyi.mall;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Points;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Puts a new item on sale.
 *
 * @param sku its code, unlike any other's; upper and lower case differ
 * @param name its name
 * @param price points for one piece
 * @param stock pieces there are, 0 to 1,000,000,000
 */
public record CreateItem(
    @NotBlank @Size(max = 40) @Pattern(regexp = "[\\p{Alnum}._/ -]*") String sku,
    @NotBlank @Size(max = 200) String name,
    @NotNull Points price,
    @Min(0) @Max(1_000_000_000) long stock)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "item:" + sku;
  }
}
