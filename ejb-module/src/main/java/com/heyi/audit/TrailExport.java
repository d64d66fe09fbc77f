package com.heyi.audit;

import com.heyi.shared.paging.Sort;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Map;

/**
 * Asks for the rows of a search for a file.
 *
 * @param format kind of file
 * @param filters the search
 * @param sort its order, or null for the newest first
 * @param mostRows where it stops, 1 to 100,000
 */
public record TrailExport(
    @NotNull ExportFormat format,
    @NotNull Map<String, String> filters,
    Sort sort,
    @Min(1) @Max(100_000) int mostRows) {}
