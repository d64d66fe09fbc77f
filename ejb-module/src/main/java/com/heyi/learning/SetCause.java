package com.heyi.learning;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Adds a node to the tree of root causes, or says it anew.
 *
 * @param code names it for good
 * @param parent code of the node above, or null at the top
 * @param name in the bank's words
 * @param description more about it, or null
 * @param expectedVersion version of the node that the sender has seen, or null for a new one
 */
public record SetCause(
    @NotBlank @Pattern(regexp = "[A-Z0-9]{1,10}(-[A-Z0-9]{1,10}){0,4}") String code,
    String parent,
    @NotBlank @Size(max = 100) String name,
    @Size(max = 500) String description,
    Integer expectedVersion)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "cause:" + code;
  }
}
