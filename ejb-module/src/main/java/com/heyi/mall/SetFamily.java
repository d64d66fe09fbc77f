package com.heyi.mall;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Makes a family of items, or changes one. What its variants differ in stays once it has any.
 *
 * @param code its code, which stays
 * @param version the version that the caller has seen, or null to make a new one
 * @param name name of the thing
 * @param options what variants differ in, such as colour and size: one to three, no semicolons
 */
public record SetFamily(
    @NotBlank @Size(max = 40) @Pattern(regexp = "[\\p{Alnum}._-]*") String code,
    Long version,
    @NotBlank @Size(max = 200) String name,
    @NotNull @NotEmpty @Size(max = 3)
        List<@NotBlank @Size(max = 40) @Pattern(regexp = "[^;]*") String> options)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "item-family:" + code;
  }
}
