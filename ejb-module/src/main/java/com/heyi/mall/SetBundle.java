package com.heyi.mall;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Points;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Makes a bundle, or changes one.
 *
 * @param code its code, which stays
 * @param version the version that the caller has seen, or null to make a new one
 * @param name its name
 * @param reduced points taken off for one whole bundle; less than it costs
 * @param onSale whether it can be put into a cart
 * @param lines what it is made of: two to twenty items, each once
 */
public record SetBundle(
    @NotBlank @Size(max = 40) @Pattern(regexp = "[\\p{Alnum}._-]*") String code,
    Long version,
    @NotBlank @Size(max = 200) String name,
    @NotNull Points reduced,
    boolean onSale,
    @NotNull @Size(min = 2, max = 20) List<@NotNull @Valid Line> lines)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "bundle:" + code;
  }

  /**
   * An item of it.
   *
   * @param sku its code
   * @param quantity pieces for one bundle, 1 to 1,000
   */
  public record Line(@NotBlank @Size(max = 40) String sku, @Min(1) @Max(1000) long quantity) {}
}
