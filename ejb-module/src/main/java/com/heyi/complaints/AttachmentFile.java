package com.heyi.complaints;

import com.heyi.shared.facade.Targeted;
import java.nio.file.Path;
import java.util.UUID;

/**
 * A file to be handed out.
 *
 * @param complaintId the complaint it belongs to
 * @param attachment what it is
 * @param path where its content lies
 */
public record AttachmentFile(UUID complaintId, AttachmentView attachment, Path path)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "complaint:" + complaintId;
  }
}
