package com.heyi.mall;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Makes a category, or changes one.
 *
 * @param code its code, which stays; capital letters, digits, hyphens
 * @param version the version that the caller has seen, or null to make a new one
 * @param parent code of the category it belongs to, or null for one at the top
 * @param nameEn name in English
 * @param nameZhCn name in simplified Chinese
 * @param nameZhTw name in traditional Chinese
 * @param position order among its siblings, smallest first
 * @param retired whether nothing new may stand in it
 */
public record SetCategory(
    @NotBlank @Size(max = 30) @Pattern(regexp = "([A-Z0-9][A-Z0-9_-]*)?") String code,
    Long version,
    @Size(max = 30) String parent,
    @NotBlank @Size(max = 80) String nameEn,
    @NotBlank @Size(max = 80) String nameZhCn,
    @NotBlank @Size(max = 80) String nameZhTw,
    @Min(0) @Max(9999) int position,
    boolean retired)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "category:" + code;
  }
}
