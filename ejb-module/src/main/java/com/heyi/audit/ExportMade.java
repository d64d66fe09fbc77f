package com.heyi.audit;

import com.heyi.shared.facade.ExportedFile;
import com.heyi.shared.facade.WithoutIdentifiers;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A file that was made of a list, before it is handed over.
 *
 * @param list which list
 * @param format kind of file
 * @param filter what narrowed the list, or empty text
 * @param rows how many rows are in the file
 * @param sha256 hash of the file in hexadecimal
 */
public record ExportMade(
    @NotBlank @Size(max = 60) String list,
    @NotNull ExportFormat format,
    @NotNull @Size(max = 1000) String filter,
    @Min(0) long rows,
    @NotBlank @Pattern(regexp = "[0-9a-f]{64}") String sha256)
    implements ExportedFile {

  /** The same without the identifiers that somebody may have looked for. */
  ExportMade withoutIdentifiers() {
    return new ExportMade(list, format, WithoutIdentifiers.of(filter), rows, sha256);
  }
}
