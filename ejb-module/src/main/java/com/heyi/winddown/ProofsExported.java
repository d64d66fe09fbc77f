package com.heyi.winddown;

import com.heyi.shared.facade.ExportedFile;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;

/**
 * A file that was made of the proofs of a plan, before it is handed over.
 *
 * @param planId the plan
 * @param format kind of file
 * @param rows how many proofs are in it
 * @param sha256 hash of the file in hexadecimal
 */
public record ProofsExported(
    @NotNull UUID planId,
    @NotNull @Pattern(regexp = "CSV|XLSX|PDF") String format,
    @Min(0) long rows,
    @NotNull @Pattern(regexp = "[0-9a-f]{64}") String sha256)
    implements ExportedFile, Targeted {
  @Override
  public String auditTarget() {
    return "plan:" + planId;
  }
}
