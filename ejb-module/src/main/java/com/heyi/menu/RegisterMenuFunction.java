package com.heyi.menu;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;

/**
 * Takes a function into the register.
 *
 * @param code its code: capitals, digits and underscores, 2 to 30
 * @param area what of the apps it belongs to: a code of the apps' functions
 * @param nameZhCn name in simplified Chinese
 * @param nameZhTw name in traditional Chinese
 * @param nameEn name in English
 * @param ownerDepartment department that answers for it
 * @param channels where it is offered
 */
public record RegisterMenuFunction(
    @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,29}") String code,
    @NotBlank String area,
    @NotBlank @Size(max = 50) String nameZhCn,
    @NotBlank @Size(max = 50) String nameZhTw,
    @NotBlank @Size(max = 50) String nameEn,
    @NotBlank @Size(max = 100) String ownerDepartment,
    @NotNull Set<MenuChannel> channels)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "menu-function:" + code;
  }
}
