package com.heyi.audit;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * Two versions of a record, to be laid side by side.
 *
 * @param subject the record
 * @param earlier revision of the one
 * @param later revision of the other
 */
public record CompareVersions(@NotNull @Valid Subject subject, long earlier, long later)
    implements Targeted {
  @Override
  public String auditTarget() {
    return subject == null ? null : subject.target();
  }
}
