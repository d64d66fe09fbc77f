package com.heyi.accounts;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Takes an app or channel into the register.
 *
 * @param code its code: capitals, digits and underscores, 2 to 20
 * @param kind what customers use it on
 * @param nameZhCn name in simplified Chinese
 * @param nameZhTw name in traditional Chinese
 * @param nameEn name in English
 * @param ownerDepartment department that runs it
 * @param functions codes of what it offers
 */
public record RegisterApp(
    @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,19}") String code,
    @NotNull AppKind kind,
    @NotBlank @Size(max = 100) String nameZhCn,
    @NotBlank @Size(max = 100) String nameZhTw,
    @NotBlank @Size(max = 100) String nameEn,
    @NotBlank @Size(max = 100) String ownerDepartment,
    @NotNull List<String> functions)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "app:" + code;
  }
}
