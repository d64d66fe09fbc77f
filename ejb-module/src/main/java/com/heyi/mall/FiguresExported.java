package com.heyi.mall;

import com.heyi.shared.facade.ExportedFile;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A file that was made of the mall's figures, before it is handed over.
 *
 * @param figures which
 * @param format kind of file
 * @param filter what it is about
 * @param rows how many rows are in it
 * @param sha256 hash of the file in hexadecimal
 */
public record FiguresExported(
    @NotNull @Pattern(regexp = "[a-z-]{1,40}") String figures,
    @NotNull @Pattern(regexp = "CSV|XLSX|PDF") String format,
    @NotNull @Size(max = 500) String filter,
    @Min(0) long rows,
    @NotNull @Pattern(regexp = "[0-9a-f]{64}") String sha256)
    implements ExportedFile, Targeted {
  @Override
  public String auditTarget() {
    return "mall-figures:" + figures;
  }
}
