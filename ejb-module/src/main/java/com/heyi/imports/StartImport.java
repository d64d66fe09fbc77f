package com.heyi.imports;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Starts the import of a file that is stored already.
 *
 * @param kind kind of file, one of {@link ImportsFacade#kinds}
 * @param fileName the file's name, shown to people
 * @param upload the stored file
 */
public record StartImport(
    @NotBlank String kind, @NotBlank @Size(max = 255) String fileName, @NotNull Upload upload)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "import-file:" + upload.sha256();
  }
}
