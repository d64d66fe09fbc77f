package com.heyi.audit;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * One record as the trail names it.
 *
 * @param thing kind of record, such as {@code customer}
 * @param id its id
 */
public record Subject(
    @NotBlank @Size(max = 40) @Pattern(regexp = "[a-z][a-z-]*") String thing,
    @NotBlank @Size(max = 100) String id)
    implements Targeted {

  /** Of the form in which targets are written, {@code customer:0197…}. */
  public static Subject of(String target) {
    int colon = target.indexOf(':');
    return colon < 0
        ? new Subject("", target)
        : new Subject(target.substring(0, colon), target.substring(colon + 1));
  }

  /** The subject as targets are written. */
  public String target() {
    return thing + ":" + id;
  }

  @Override
  public String auditTarget() {
    return target();
  }
}
