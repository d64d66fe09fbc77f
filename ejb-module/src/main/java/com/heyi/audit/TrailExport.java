package com.heyi.audit;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.paging.Sort;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Map;

/**
 * Asks for the rows of a search for a file.
 *
 * @param format kind of file
 * @param subject whose timeline it is, or null for the whole trail
 * @param filters the search
 * @param sort its order, or null for the newest first
 * @param mostRows where it stops, 1 to 100,000
 */
public record TrailExport(
    @NotNull ExportFormat format,
    @Valid Subject subject,
    @NotNull Map<String, String> filters,
    Sort sort,
    @Min(1) @Max(100_000) int mostRows)
    implements Targeted {
  @Override
  public String auditTarget() {
    return subject == null ? null : subject.target();
  }
}
