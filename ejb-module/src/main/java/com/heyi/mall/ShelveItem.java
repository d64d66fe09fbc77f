package com.heyi.mall;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * Says where an item stands, and of which family it is a variant.
 *
 * @param itemId which item
 * @param version the version that the caller has seen
 * @param category code of its category, or null for none
 * @param family code of its family, or null when it stands alone
 * @param options what it is in each option of the family, in their order; empty without a family
 */
public record ShelveItem(
    @NotNull UUID itemId,
    long version,
    @Size(max = 30) String category,
    @Size(max = 40) String family,
    @Size(max = 3) List<@NotBlank @Size(max = 60) @Pattern(regexp = "[^;]*") String> options)
    implements Targeted {
  public ShelveItem {
    options = options == null ? List.of() : options;
  }

  @Override
  public String auditTarget() {
    return "item:" + itemId;
  }
}
