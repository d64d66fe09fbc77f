package com.heyi.menu;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;

/**
 * Changes a function: its names, its owner, where it is offered.
 *
 * @param code the function
 * @param expectedVersion its version as the caller saw it
 * @param area what of the apps it belongs to: a code of the apps' functions
 * @param nameZhCn name in simplified Chinese
 * @param nameZhTw name in traditional Chinese
 * @param nameEn name in English
 * @param ownerDepartment department that answers for it
 * @param channels where it is offered; empty switches it off
 */
public record ChangeMenuFunction(
    @NotBlank String code,
    long expectedVersion,
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
