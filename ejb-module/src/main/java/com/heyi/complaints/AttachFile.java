package com.heyi.complaints;

import com.heyi.imports.Upload;
import com.heyi.shared.facade.Mask;
import com.heyi.shared.facade.Personal;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Adds a file to a complaint.
 *
 * @param complaintId the complaint
 * @param fileName its name, which tells people and nobody else what it is
 * @param upload the file as it was stored
 */
public record AttachFile(
    @NotNull UUID complaintId,
    @Personal(Mask.LAST_FOUR) @NotBlank @Size(max = 200) String fileName,
    @NotNull Upload upload)
    implements Targeted {
  /** How many bytes a file may have. */
  public static final long MOST_BYTES = 10L * 1024 * 1024;

  @Override
  public String auditTarget() {
    return "complaint:" + complaintId;
  }
}
